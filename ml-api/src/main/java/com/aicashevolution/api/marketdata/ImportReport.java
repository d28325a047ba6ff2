package com.aicashevolution.api.marketdata;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.candles.CandleStore;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an import found and did.
 *
 * @param written null where nothing was
 * @param took from opening the file to the last commit
 */
public record ImportReport(
    String file,
    CandleFormat format,
    Symbol symbol,
    Timeframe timeframe,
    FileReading reading,
    RowCounts rows,
    QualityReport quality,
    @Nullable Written written,
    Duration took) {

  /**
   * What was written.
   *
   * @param simulatedDeleted simulated candles of the symbol that gave way to the real ones
   */
  public record Written(CandleStore.UpsertResult candles, long simulatedDeleted) {}

  /** Rows of the file per second, all three readings of it together. */
  public double rowsPerSecond() {
    return rows.rows() / Math.max(1e-3, took.toNanos() / 1e9);
  }
}
