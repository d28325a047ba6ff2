package com.aicashevolution.indicator;

/**
 * Wilder's smoothing (1978): {@code W ← W + (x − W)/n}, begun with the simple mean of the first
 * {@code n} values.
 */
final class WilderSmoothing {

  private WilderSmoothing() {}

  /**
   * Smoothed values at the end of each look-back.
   *
   * @param n period, at most the length of a look-back
   * @param w result, one per look-back
   */
  static void last(double[] x, LookBacks lookBacks, int n, double[] w) {
    Ema.smooth(x, lookBacks, n, alpha(n), w);
  }

  /** Weight of the newest value, 1/n. */
  static double alpha(int n) {
    return 1.0 / n;
  }
}
