package com.aicashevolution.model;

import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.signal.Direction;

/**
 * A standardized window and what the training library answered to it. Serving recomputes the answer
 * before it trusts the weights.
 *
 * @param input row-major {@code [20, 17]}, standardized, finite
 * @param output softmax in class order SELL, HOLD, BUY, before calibration, finite
 */
public record GoldenVector(float[] input, float[] output) {

  public GoldenVector {
    requireFinite("input", input, FeatureWindow.LENGTH);
    requireFinite("output", output, Direction.COUNT);
  }

  private static void requireFinite(String name, float[] values, int length) {
    if (values.length != length) {
      throw new IllegalArgumentException(
          name + " must have " + length + " values, had " + values.length);
    }
    for (int i = 0; i < length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            name + " value " + i + " must be finite, was " + values[i]);
      }
    }
  }
}
