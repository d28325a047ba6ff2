package com.aicashevolution.platform.candles.jdbc;

import com.aicashevolution.market.Candle;
import java.util.List;

/**
 * Candles turned into columns, so that a thousand of them are one statement with eight array
 * parameters instead of a thousand statements.
 */
record CandleColumns(
    long[] openEpochSecond,
    double[] open,
    double[] high,
    double[] low,
    double[] close,
    double[] volume,
    double[] spread,
    boolean[] complete) {

  static CandleColumns of(List<Candle> candles) {
    int n = candles.size();
    CandleColumns columns =
        new CandleColumns(
            new long[n],
            new double[n],
            new double[n],
            new double[n],
            new double[n],
            new double[n],
            new double[n],
            new boolean[n]);
    for (int i = 0; i < n; i++) {
      columns.set(i, candles.get(i));
    }
    return columns;
  }

  private void set(int i, Candle candle) {
    openEpochSecond[i] = candle.openTime().getEpochSecond();
    open[i] = candle.open();
    high[i] = candle.high();
    low[i] = candle.low();
    close[i] = candle.close();
    volume[i] = candle.volume();
    spread[i] = candle.spread();
    complete[i] = candle.complete();
  }

  /** In the order of {@code unnest} in the statement that takes them. */
  List<Object> parameters() {
    return List.of(openEpochSecond, open, high, low, close, volume, spread, complete);
  }
}
