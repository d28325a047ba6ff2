package com.aicashevolution.market;

import java.time.Instant;

/**
 * One bar of mid prices.
 *
 * @param openTime instant the bar opens, UTC
 * @param open first mid price, quote currency
 * @param high highest mid price
 * @param low lowest mid price
 * @param close last mid price
 * @param volume ticks or units, as the source counts them; at least 0
 * @param spread ask minus bid in price units; at least 0
 * @param complete whether the bar has closed; only complete bars are ever computed with
 */
public record Candle(
    Instant openTime,
    double open,
    double high,
    double low,
    double close,
    double volume,
    double spread,
    boolean complete) {

  /** Bounds of a believable price: far beyond any market, near enough that no square overflows. */
  public static final double MIN_PRICE = 1e-12;

  public static final double MAX_PRICE = 1e12;

  /** Bound of a believable volume. */
  public static final double MAX_VOLUME = 1e15;

  public Candle {
    requirePrice("open", open);
    requirePrice("high", high);
    requirePrice("low", low);
    requirePrice("close", close);
    requireWithin("volume", volume, MAX_VOLUME);
    requireWithin("spread", spread, MAX_PRICE);
    if (high < Math.max(open, close)) {
      throw new IllegalArgumentException(
          "high must be >= open and close, was " + high + " with " + open + " and " + close);
    }
    if (low > Math.min(open, close)) {
      throw new IllegalArgumentException(
          "low must be <= open and close, was " + low + " with " + open + " and " + close);
    }
  }

  private static void requirePrice(String field, double value) {
    if (!(value >= MIN_PRICE && value <= MAX_PRICE)) {
      throw new IllegalArgumentException(
          field + " must be a price in [" + MIN_PRICE + ", " + MAX_PRICE + "], was " + value);
    }
  }

  private static void requireWithin(String field, double value, double bound) {
    if (!(value >= 0 && value <= bound)) {
      throw new IllegalArgumentException(field + " must be in [0, " + bound + "], was " + value);
    }
  }
}
