package com.aicashevolution.feature;

import com.aicashevolution.market.CandleSeries;
import java.util.Objects;

/**
 * Feature rows of every bar of a series that has a full look-back, in one flat array; windows are
 * views of twenty consecutive rows.
 *
 * @param series the candles the rows were computed from
 * @param firstBar index in {@code series} of the first row: {@code LOOKBACK_BARS - 1}
 * @param values row-major {@code [rows, 17]}
 * @param atr one ATR per row, price units: what labels measure their barriers with
 */
public record FeatureMatrix(CandleSeries series, int firstBar, float[] values, double[] atr) {

  public FeatureMatrix {
    if (values.length != atr.length * FeatureSchema.FEATURES) {
      throw new IllegalArgumentException(
          "a matrix of "
              + atr.length
              + " rows must have "
              + atr.length * FeatureSchema.FEATURES
              + " values, had "
              + values.length);
    }
    if (atr.length != Math.max(0, series.size() - firstBar)) {
      throw new IllegalArgumentException(
          "rows must reach from bar "
              + firstBar
              + " to the end of "
              + series
              + ", were "
              + atr.length);
    }
  }

  public int rows() {
    return atr.length;
  }

  /** ATR at bar {@code bar} of the series, price units. */
  public double atrAt(int bar) {
    return atr[row(bar)];
  }

  /** Offset in {@link #values()} of the row of bar {@code bar} of the series. */
  public int rowOffset(int bar) {
    return row(bar) * FeatureSchema.FEATURES;
  }

  private int row(int bar) {
    return Objects.checkIndex(bar - firstBar, rows());
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
