package com.aicashevolution.drift;

import java.util.Arrays;
import java.util.List;

/** What all statistics ask of a sample. */
final class Samples {

  private Samples() {}

  /** A sorted copy; refuses an empty sample and a value that is not finite, by name. */
  static double[] sorted(String name, double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException(name + " must have at least one value, had none");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            name + " value " + i + " must be finite, was " + values[i]);
      }
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** Linear interpolation between order statistics (Hyndman, Fan 1996, definition 7). */
  static double quantile(double[] sorted, double level) {
    double at = level * (sorted.length - 1);
    int below = (int) at;
    if (below >= sorted.length - 1) {
      return sorted[sorted.length - 1];
    }
    return sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);
  }

  /** Refuses what are not {@code count} shares that sum to 1. */
  static void requireShares(String name, List<Double> shares, int count) {
    if (shares.size() != count) {
      throw new IllegalArgumentException(name + " must be " + count + ", were " + shares.size());
    }
    double sum = 0;
    for (double share : shares) {
      if (!(share >= 0 && share <= 1 + 1e-9)) {
        throw new IllegalArgumentException(name + " must be in [0, 1], had " + share);
      }
      sum += share;
    }
    if (Math.abs(sum - 1) > 1e-6) {
      throw new IllegalArgumentException(name + " must sum to 1, sum to " + sum);
    }
  }
}
