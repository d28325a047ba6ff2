package com.aicashevolution.feature;

import java.time.Instant;

/**
 * Twenty feature rows ending at one bar, not yet standardized: the input of a prediction.
 *
 * @param values row-major {@code [20, 17]}, oldest row first; treated as immutable
 * @param asOf open time of the newest bar
 * @param spansAbnormalGap whether a gap other than a normal weekend lies inside the window
 */
public record FeatureWindow(float[] values, Instant asOf, boolean spansAbnormalGap) {

  /** Floats in a window. */
  public static final int LENGTH = FeatureSchema.WINDOW_BARS * FeatureSchema.FEATURES;

  public FeatureWindow {
    if (values.length != LENGTH) {
      throw new IllegalArgumentException(
          "a window must have " + LENGTH + " values, had " + values.length);
    }
    for (int i = 0; i < LENGTH; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "window row "
                + i / FeatureSchema.FEATURES
                + " feature "
                + i % FeatureSchema.FEATURES
                + " must be finite, was "
                + values[i]);
      }
    }
  }
}
