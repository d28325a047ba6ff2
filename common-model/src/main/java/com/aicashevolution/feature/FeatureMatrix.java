package com.aicashevolution.feature;

import com.aicashevolution.market.CandleSeries;

/**
 * Feature rows of every bar of a series that has a full look-back, in one flat array; windows are
 * views of twenty consecutive rows.
 *
 * @param series the candles the rows were computed from
 * @param firstBar index in {@code series} of the first row: {@code LOOKBACK_BARS - 1}
 * @param values row-major {@code [rows, 17]}
 */
public record FeatureMatrix(CandleSeries series, int firstBar, float[] values) {

  public int rows() {
    return values.length / FeatureSchema.FEATURES;
  }

  /** First bar of the series at which a whole window ends. */
  public int firstWindowBar() {
    return firstBar + FeatureSchema.WINDOW_BARS - 1;
  }

  /** Offset in {@link #values()} of the window that ends at bar {@code bar} of the series. */
  public int windowOffset(int bar) {
    if (bar < firstWindowBar() || bar >= series.size()) {
      throw new IllegalArgumentException(
          "bar must be in [" + firstWindowBar() + ", " + series.size() + "), was " + bar);
    }
    return (bar - firstBar - FeatureSchema.WINDOW_BARS + 1) * FeatureSchema.FEATURES;
  }
}
