package com.aicashevolution.indicator;

/**
 * Mean and standard deviation of a run of values. Sums run over ascending index and over {@code x −
 * x[from]}, so that a constant run has exactly its own value as mean and exactly 0 as deviation.
 */
final class Moments {

  private Moments() {}

  /** Arithmetic mean of {@code x[from, to)}. */
  static double mean(double[] x, int from, int to) {
    double origin = x[from];
    double sum = 0;
    for (int i = from + 1; i < to; i++) {
      sum += x[i] - origin;
    }
    return origin + sum / (to - from);
  }

  /** √(Σ(x − mean)² / n). */
  static double populationDeviation(double[] x, int from, int to, double mean) {
    return Math.sqrt(squares(x, from, to, mean) / (to - from));
  }

  /** √(Σ(x − mean)² / (n − 1)). */
  static double sampleDeviation(double[] x, int from, int to, double mean) {
    return Math.sqrt(squares(x, from, to, mean) / (to - from - 1));
  }

  private static double squares(double[] x, int from, int to, double mean) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      double d = x[i] - mean;
      sum += d * d;
    }
    return sum;
  }
}
