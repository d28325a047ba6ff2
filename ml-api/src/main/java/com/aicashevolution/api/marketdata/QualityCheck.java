package com.aicashevolution.api.marketdata;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.market.TradingCalendar;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Watches candles go by and reports on their quality. Not thread-safe. */
final class QualityCheck implements Consumer<Candle> {

  private static final int FLAT_RUN = 6;

  private final Timeframe timeframe;
  private final TradingCalendar calendar;
  private final double believableMove;

  private long candles;
  private long gaps;
  private long missing;
  private QualityReport.@Nullable Gap longestGap;
  private long zeroVolume;
  private long flat;
  private long flatRuns;
  private long longestFlatRun;
  private long closedHours;
  private long jumps;
  private @Nullable Instant firstJump;
  private @Nullable Candle firstCandle;
  private @Nullable Candle previous;

  QualityCheck(Symbol symbol, Timeframe timeframe) {
    this.timeframe = timeframe;
    this.calendar = TradingCalendar.of(symbol);
    this.believableMove =
        switch (symbol.category()) {
          case FX_MAJOR, FX_CROSS -> 0.1;
          case METAL -> 0.2;
          case CRYPTO -> 0.5;
        };
  }

  @Override
  public void accept(Candle candle) {
    candles++;
    zeroVolume += candle.volume() == 0 ? 1 : 0;
    boolean intraday = timeframe.compareTo(Timeframe.H1) <= 0;
    closedHours += intraday && !calendar.isOpen(candle.openTime()) ? 1 : 0;
    countFlat(candle);
    Candle last = previous;
    if (last == null) {
      firstCandle = candle;
    } else {
      countGap(timeframe.closeOf(last.openTime()), candle.openTime());
      countJump(last, candle);
    }
    previous = candle;
  }

  private void countFlat(Candle candle) {
    flat = candle.high() == candle.low() ? flat + 1 : 0;
    flatRuns += flat == FLAT_RUN ? 1 : 0;
    longestFlatRun = Math.max(longestFlatRun, flat >= FLAT_RUN ? flat : 0);
  }

  private void countGap(Instant from, Instant to) {
    long here = 0;
    for (Instant at = from; at.isBefore(to); at = timeframe.closeOf(at)) {
      here += calendar.expectsBar(timeframe, at) ? 1 : 0;
    }
    if (here == 0) {
      return;
    }
    gaps++;
    missing += here;
    if (longestGap == null || here > longestGap.missingCandles()) {
      longestGap = new QualityReport.Gap(from, to, here);
    }
  }

  private void countJump(Candle last, Candle candle) {
    double move = Math.abs(candle.close() / last.close() - 1);
    if (move > believableMove) {
      jumps++;
      firstJump = firstJump == null ? candle.openTime() : firstJump;
    }
  }

  QualityReport report() {
    return new QualityReport(
        candles,
        firstCandle == null ? null : firstCandle.openTime(),
        previous == null ? null : previous.openTime(),
        gaps,
        missing,
        longestGap,
        zeroVolume,
        flatRuns,
        longestFlatRun,
        closedHours,
        jumps,
        firstJump);
  }
}
