package com.aicashevolution.feature;

import java.util.List;

/**
 * Per-feature shift and scale, fitted on a training fold and immutable after: {@code z = clamp((x −
 * mean) / deviation, ±clip)}.
 *
 * @param mean seventeen means
 * @param deviation seventeen sample standard deviations, each &gt; 0
 * @param clip bound on |z|, &gt; 0
 */
public record Standardizer(List<Double> mean, List<Double> deviation, double clip) {

  public Standardizer {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    if (mean.size() != FeatureSchema.FEATURES || deviation.size() != FeatureSchema.FEATURES) {
      throw new IllegalArgumentException(
          "mean and deviation must have "
              + FeatureSchema.FEATURES
              + " values, had "
              + mean.size()
              + " and "
              + deviation.size());
    }
  }

  /** Standardizes a whole window: {@code target[i]} from {@code source[i]}, 340 values each. */
  public void apply(float[] source, int sourceOffset, float[] target, int targetOffset) {
    throw new UnsupportedOperationException("contract only");
  }
}
