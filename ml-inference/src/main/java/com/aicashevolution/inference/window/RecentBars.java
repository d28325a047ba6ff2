package com.aicashevolution.inference.window;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.feature.FeaturePipeline.WindowResult;
import com.aicashevolution.indicator.IndicatorSnapshot;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.platform.candles.CandleStore.Mark;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest stored bars of one symbol and timeframe, with what every request needs of them already
 * computed. Immutable.
 *
 * @param fetchedAt when the store was asked
 * @param newest indicators of the newest bar; empty where the history is too short for a window
 * @param seal what the store must still say for these bars to be the newest
 */
record RecentBars(
    CandleSeries series,
    Instant fetchedAt,
    WindowResult window,
    Optional<IndicatorSnapshot> newest,
    Seal seal) {

  /**
   * The store's mark of the bars, taken before they were read: what was written in between makes
   * the next mark another one.
   *
   * @param from the bars it is of
   * @param mark null where none was taken
   */
  record Seal(Instant from, @Nullable Mark mark) {}

  static RecentBars of(
      CandleSeries series, Instant fetchedAt, Seal seal, FeaturePipeline pipeline) {
    WindowResult window = pipeline.latestWindow(series);
    Optional<IndicatorSnapshot> newest =
        switch (window) {
          case WindowResult.Available available ->
              Optional.of(pipeline.snapshots(series, series.size() - 1, series.size()).getFirst());
          case WindowResult.NotEnoughHistory lacking -> Optional.empty();
        };
    return new RecentBars(series, fetchedAt, window, newest, seal);
  }

  /** These bars as found unchanged at {@code now}. */
  RecentBars confirmedAt(Instant now, Seal newSeal) {
    return new RecentBars(series, now, window, newest, newSeal);
  }

  /** Where a new mark should begin: no earlier than the bars, so that marks stay cheap. */
  Instant firstOpenTime() {
    return series.isEmpty() ? Instant.EPOCH : series.openTime(0);
  }

  /** Whether {@code other} has the same candles, field by field: a correction makes it false. */
  boolean hasSameCandlesAs(CandleSeries other) {
    if (series.size() != other.size()) {
      return false;
    }
    for (int i = series.size() - 1; i >= 0; i--) {
      if (!series.candle(i).equals(other.candle(i))) {
        return false;
      }
    }
    return true;
  }
}
