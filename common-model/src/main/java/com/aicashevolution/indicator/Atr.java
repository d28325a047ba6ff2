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
   * Values at the end of each look-back.
   *
   * @param n period, at most the length of a look-back
   * @param atr result, one per look-back
   */
  static void last(double[] trueRange, LookBacks lookBacks, int n, double[] atr) {
    WilderSmoothing.last(trueRange, lookBacks, n, atr);
  }
}
