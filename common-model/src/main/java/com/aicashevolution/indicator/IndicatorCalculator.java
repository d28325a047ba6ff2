package com.aicashevolution.indicator;

import com.aicashevolution.market.CandleSeries;

/**
 * Computes the seventeen indicators at a bar from the last {@value #LOOKBACK_BARS} complete candles
 * and nothing else. Not thread-safe: one per thread, it owns its scratch arrays.
 */
public final class IndicatorCalculator {

  /** Candles a snapshot is a function of, the bar itself included. */
  public static final int LOOKBACK_BARS = 400;

  /**
   * Indicators at bar {@code index} of {@code series}.
   *
   * @throws IllegalArgumentException if {@code index < LOOKBACK_BARS - 1}
   */
  public IndicatorSnapshot at(CandleSeries series, int index) {
    throw new UnsupportedOperationException("contract only");
  }
}
