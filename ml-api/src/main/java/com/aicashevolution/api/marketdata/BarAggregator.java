package com.aicashevolution.api.marketdata;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.Timeframe;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts finer bars together to candles of a timeframe: first open, highest high, lowest low, last
 * close, summed volume, and the spread at the open, where a trade would enter. A bar without trades
 * is simply missing, so a candle may be made of fewer bars; but the first and the last candle of a
 * file are dropped where the file begins or ends within them. Not thread-safe.
 */
final class BarAggregator {

  private final Timeframe timeframe;
  private final long sourceSeconds;
  private final Consumer<Candle> sink;

  private @Nullable Candle building;
  private @Nullable Instant lastClose;
  private boolean startsLate;
  private boolean isFirst = true;

  BarAggregator(Timeframe timeframe, long sourceSeconds, Consumer<Candle> sink) {
    this.timeframe = timeframe;
    this.sourceSeconds = sourceSeconds;
    this.sink = sink;
  }

  void add(Candle bar) {
    if (sourceSeconds == timeframe.seconds()) {
      sink.accept(bar);
      return;
    }
    Instant open = timeframe.openOf(bar.openTime());
    if (building != null && building.openTime().equals(open)) {
      building = merge(building, bar);
    } else {
      emit();
      building = at(open, bar);
      startsLate = isFirst && !bar.openTime().equals(open);
      isFirst = false;
    }
    lastClose = bar.openTime().plusSeconds(sourceSeconds);
  }

  void end() {
    if (building != null && timeframe.closeOf(building.openTime()).equals(lastClose)) {
      emit();
    }
    building = null;
  }

  private void emit() {
    if (building != null && !startsLate) {
      sink.accept(building);
    }
  }

  private static Candle at(Instant open, Candle bar) {
    return new Candle(
        open, bar.open(), bar.high(), bar.low(), bar.close(), bar.volume(), bar.spread(), true);
  }

  private static Candle merge(Candle candle, Candle bar) {
    return new Candle(
        candle.openTime(),
        candle.open(),
        Math.max(candle.high(), bar.high()),
        Math.min(candle.low(), bar.low()),
        bar.close(),
        candle.volume() + bar.volume(),
        candle.spread(),
        true);
  }
}
