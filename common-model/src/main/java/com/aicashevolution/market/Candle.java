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

  public Candle {
    requirePositive("open", open);
    requirePositive("high", high);
    requirePositive("low", low);
    requirePositive("close", close);
    requireNotNegative("volume", volume);
    requireNotNegative("spread", spread);
    if (high < Math.max(open, close)) {
      throw new IllegalArgumentException(
          "high must be >= open and close, was " + high + " with " + open + " and " + close);
    }
    if (low > Math.min(open, close)) {
      throw new IllegalArgumentException(
          "low must be <= open and close, was " + low + " with " + open + " and " + close);
    }
  }

  private static void requirePositive(String field, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(field + " must be a finite price > 0, was " + value);
    }
  }

  private static void requireNotNegative(String field, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(field + " must be finite and >= 0, was " + value);
    }
  }
}
