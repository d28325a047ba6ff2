package com.aicashevolution.lstm;

/**
 * Turns logits into probabilities with {@link FloatMath}'s exponential: the same bits everywhere.
 */
public final class Softmax {

  private Softmax() {}

  /**
   * Replaces {@code values[offset .. offset + length)} by {@code e^(vᵢ − max) / Σ e^(vⱼ − max)},
   * the sum taken in index order. Error of each at most 1e-6 relative. NaN anywhere makes all of
   * them NaN.
   */
  public static void inPlace(float[] values, int offset, int length) {
    float max = values[offset];
    for (int i = 1; i < length; i++) {
      max = Math.max(max, values[offset + i]);
    }
    float sum = 0;
    for (int i = offset; i < offset + length; i++) {
      values[i] = FloatMath.expOfMinus(max - values[i]);
      sum += values[i];
    }
    for (int i = offset; i < offset + length; i++) {
      values[i] /= sum;
    }
  }
}
