package com.aicashevolution.drift;

import com.aicashevolution.feature.FeatureMatrix;
import com.aicashevolution.feature.FeatureSchema;
import java.util.Objects;

/**
 * Consecutive bars of one symbol as drift looks at them; a view of rows {@code [from, to)}. Arrays
 * are treated as immutable.
 *
 * @param features row-major {@code [n, 17]}, not standardized
 * @param from first row
 * @param to exclusive end, &gt; from
 */
public record Observations(float[] features, int from, int to) {

  public Observations {
    if (features.length % FeatureSchema.FEATURES != 0) {
      throw new IllegalArgumentException(
          "features must be whole rows of "
              + FeatureSchema.FEATURES
              + ", were "
              + features.length
              + " values");
    }
    int rows = features.length / FeatureSchema.FEATURES;
    if (from < 0 || from >= to || to > rows) {
      throw new IllegalArgumentException(
          "rows must lie in [0, "
              + rows
              + ") and be at least one, were ["
              + from
              + ", "
              + to
              + ")");
    }
  }

  /** All rows of a matrix. */
  public static Observations of(FeatureMatrix matrix) {
    return new Observations(matrix.values(), 0, matrix.rows());
  }

  public int rows() {
    return to - from;
  }

  /** Rows {@code [first, end)} of these. */
  public Observations slice(int first, int end) {
    Objects.checkFromToIndex(first, end, rows());
    return new Observations(features, from + first, from + end);
  }

  /** The newest {@code n} rows, or all where there are fewer. */
  public Observations last(int n) {
    return slice(Math.max(0, rows() - n), rows());
  }

  double[] column(int feature) {
    double[] column = new double[rows()];
    for (int row = 0; row < column.length; row++) {
      column[row] = features[(from + row) * FeatureSchema.FEATURES + feature];
    }
    return column;
  }
}
