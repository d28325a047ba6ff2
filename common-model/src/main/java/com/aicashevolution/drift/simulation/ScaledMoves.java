package com.aicashevolution.drift.simulation;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import java.util.ArrayList;
import java.util.List;

/**
 * A series whose moves are multiplied from a bar on: a price p becomes {@code p₀ (p / p₀)^factor},
 * p₀ the last close before. So every log return and log range after it is {@code factor} times what
 * it was, and everything before is untouched. Volume and spread are left alone.
 */
final class ScaledMoves {

  private ScaledMoves() {}

  static CandleSeries from(CandleSeries series, int bar, double factor) {
    double anchor = series.close(bar - 1);
    List<Candle> candles = new ArrayList<>(series.size());
    for (int i = 0; i < series.size(); i++) {
      Candle candle = series.candle(i);
      candles.add(i < bar ? candle : scaled(candle, anchor, factor));
    }
    return CandleSeries.of(series.symbol(), series.timeframe(), candles);
  }

  private static Candle scaled(Candle candle, double anchor, double factor) {
    return new Candle(
        candle.openTime(),
        scaled(candle.open(), anchor, factor),
        scaled(candle.high(), anchor, factor),
        scaled(candle.low(), anchor, factor),
        scaled(candle.close(), anchor, factor),
        candle.volume(),
        candle.spread(),
        candle.complete());
  }

  private static double scaled(double price, double anchor, double factor) {
    return anchor * StrictMath.pow(price / anchor, factor);
  }
}
