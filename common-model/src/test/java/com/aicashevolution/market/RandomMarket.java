package com.aicashevolution.market;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Hourly candles of a market that never closes, drawn from a seed: one ordinary kind and several
 * that try to break whoever computes with them.
 */
public enum RandomMarket {
  /** An ordinary random walk around 1.1. */
  WALK(1.1, 1e-3),
  /** The same at a price of a few hundred millions. */
  EXPENSIVE(3e8, 1e-2),
  /** The same at a price of a few billionths. */
  CHEAP(3e-9, 1e-2),
  /** Nothing was traded, yet the price moves. */
  WITHOUT_VOLUME(1.1, 1e-3),
  /** The price never moves. */
  FLAT(1.1, 0),
  /** Long runs without movement, then a while with. */
  FLAT_RUNS(1.1, 1e-3),
  /** One bar in thirty multiplies or divides the price by up to a thousand. */
  JUMPS(1.1, 1e-3),
  /** From the smallest price that is believed to the largest, and back. */
  EXTREMES(1, 1e-3),
  /** Only ever up. */
  RISING(1.1, 1e-3);

  private static final Symbol SYMBOL = Symbol.of("BTCUSD");
  private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

  private final double start;
  private final double sigma;

  RandomMarket(double start, double sigma) {
    this.start = start;
    this.sigma = sigma;
  }

  /** The first {@code bars} candles of the market with this seed. */
  public CandleSeries series(long seed, int bars) {
    return series(candles(seed, bars));
  }

  /** A series of candles made by {@link #candles}. */
  public static CandleSeries series(List<Candle> candles) {
    return CandleSeries.of(SYMBOL, Timeframe.H1, candles);
  }

  /** The same as a list; a longer one begins with the candles of a shorter one. */
  public List<Candle> candles(long seed, int bars) {
    Random random = new Random(seed);
    List<Candle> candles = new ArrayList<>(bars);
    double close = start;
    for (int i = 0; i < bars; i++) {
      double open = close;
      double move = move(random, i);
      double wick = sigma * Math.abs(random.nextGaussian());
      double volume = random.nextInt(10) == 0 ? 0 : random.nextInt(5000);
      close = Math.clamp(open * Math.exp(move), Candle.MIN_PRICE, Candle.MAX_PRICE);
      boolean still = this == FLAT || (this == FLAT_RUNS && i % 90 < 60);
      close = still ? open : close;
      double reach = still ? 0 : wick;
      double high = Math.clamp(Math.max(open, close) * (1 + reach), close, Candle.MAX_PRICE);
      double low = Math.clamp(Math.min(open, close) / (1 + reach), Candle.MIN_PRICE, close);
      candles.add(
          new Candle(
              START.plus(Timeframe.H1.length().multipliedBy(i)),
              open,
              Math.max(high, open),
              Math.min(low, open),
              close,
              this == WITHOUT_VOLUME ? 0 : volume,
              open * 1e-4,
              true));
    }
    return candles;
  }

  private double move(Random random, int i) {
    double gaussian = random.nextGaussian();
    double uniform = random.nextDouble();
    return switch (this) {
      case FLAT -> 0;
      case JUMPS ->
          uniform < 1 / 30.0 ? 7 * Math.signum(gaussian) * random.nextDouble() : sigma * gaussian;
      case EXTREMES -> uniform < 1 / 10.0 ? 60 * Math.signum(gaussian) : sigma * gaussian;
      case RISING -> sigma * Math.abs(gaussian) + (i % 7 == 0 ? sigma : 0);
      case WALK, EXPENSIVE, CHEAP, WITHOUT_VOLUME, FLAT_RUNS -> sigma * gaussian;
    };
  }
}
