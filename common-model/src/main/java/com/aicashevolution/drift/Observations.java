package com.aicashevolution.drift;

import com.aicashevolution.feature.FeatureMatrix;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.util.Objects;

/**
 * Consecutive bars of one symbol as drift looks at them; a view of rows {@code [from, to)}. Arrays
 * are treated as immutable.
 *
 * @param features row-major {@code [n, 17]}, not standardized
 * @param probabilities row-major {@code [n, 3]}, or empty where nothing was predicted
 * @param from first row
 * @param to exclusive end, &gt; from
 */
public record Observations(float[] features, float[] probabilities, int from, int to) {

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
    if (probabilities.length != 0 && probabilities.length != rows * Direction.COUNT) {
      throw new IllegalArgumentException(
          "probabilities must be none or "
              + rows
              + " x "
              + Direction.COUNT
              + ", were "
              + probabilities.length
              + " values");
    }
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

  /** All rows of a matrix, nothing predicted. */
  public static Observations of(FeatureMatrix matrix) {
    return new Observations(matrix.values(), new float[0], 0, matrix.rows());
  }

  public int rows() {
    return to - from;
  }

  public boolean hasPredictions() {
    return probabilities.length > 0;
  }

  /** Rows {@code [first, end)} of these. */
  public Observations slice(int first, int end) {
    Objects.checkFromToIndex(first, end, rows());
    return new Observations(features, probabilities, from + first, from + end);
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

  Probabilities prediction(int row) {
    int at = (from + Objects.checkIndex(row, rows())) * Direction.COUNT;
    return new Probabilities(probabilities[at], probabilities[at + 1], probabilities[at + 2]);
  }
}
