package com.aicashevolution.indicator;

/**
 * Wilder's smoothing (1978): {@code W ← W + (x − W)/n}, begun with the simple mean of the first
 * {@code n} values.
 */
final class WilderSmoothing {

  private WilderSmoothing() {}

  /**
   * Value at {@code to − 1} of the smoothing that begins at {@code from}.
   *
   * @param n period; {@code to − from >= n}
   */
  static double last(double[] x, int from, int to, int n) {
    double alpha = 1.0 / n;
    double w = Moments.mean(x, from, from + n);
    for (int i = from + n; i < to; i++) {
      w += alpha * (x[i] - w);
    }
    return w;
  }
}
