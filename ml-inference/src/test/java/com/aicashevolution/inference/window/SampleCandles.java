package com.aicashevolution.inference.window;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.market.TradingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Hourly candles of a seeded walk in the hours its market trades. */
public final class SampleCandles {

  /** Open time of the newest bar: a Friday at noon. */
  public static final Instant NEWEST = Instant.parse("2026-11-20T12:00:00Z");

  private SampleCandles() {}

  /** The newest {@code count} bars up to {@link #NEWEST}; fewer are a suffix of more. */
  public static List<Candle> candles(Symbol symbol, int count) {
    TradingCalendar calendar = TradingCalendar.of(symbol);
    List<Instant> times = new ArrayList<>();
    for (Instant at = NEWEST; times.size() < count; at = at.minus(Timeframe.H1.length())) {
      if (calendar.expectsBar(Timeframe.H1, at)) {
        times.add(at);
      }
    }
    Random random = new Random(symbol.hashCode());
    List<Candle> candles = new ArrayList<>(count);
    double close = 1.1;
    for (Instant at : times) {
      double open = close * Math.exp(0.001 * random.nextGaussian());
      double high = Math.max(open, close) * (1 + 0.0005 * random.nextDouble());
      double low = Math.min(open, close) * (1 - 0.0005 * random.nextDouble());
      candles.add(new Candle(at, open, high, low, close, 100 + random.nextInt(900), 0.0001, true));
      close = open;
    }
    Collections.reverse(candles);
    return candles;
  }

  public static CandleSeries series(Symbol symbol, int count) {
    return CandleSeries.of(symbol, Timeframe.H1, candles(symbol, count));
  }
}
