package com.aicashevolution.indicator;

/**
 * Average True Range (Wilder 1978): Wilder's smoothing of the true range. Price units, at least 0;
 * 0 only where no bar of the look-back moved.
 */
final class Atr {

  private Atr() {}

  /** max(H − L, |H − C′|, |L − C′|), C′ being the close before. */
  static double trueRange(double high, double low, double previousClose) {
    return Math.max(high, previousClose) - Math.min(low, previousClose);
  }

  /**
   * Value at {@code to − 1}.
   *
   * @param n period; {@code to − from >= n}
   */
  static double last(double[] trueRange, int from, int to, int n) {
    return WilderSmoothing.last(trueRange, from, to, n);
  }
}
