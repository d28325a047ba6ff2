package com.aicashevolution.indicator;

/**
 * Commodity Channel Index (Lambert 1980): {@code (TP − mean(TP))/(0.015 · MD)} of the typical
 * price, MD being the mean absolute deviation from that mean. No unit; 0 where the typical price is
 * constant.
 */
final class Cci {

  private static final double LAMBERT = 0.015;

  private Cci() {}

  /** Value at {@code to − 1} over bars {@code [from, to)}. */
  static double of(double[] typical, int from, int to) {
    double mean = Moments.mean(typical, from, to);
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += Math.abs(typical[i] - mean);
    }
    double md = sum / (to - from);
    return md > 0 ? (typical[to - 1] - mean) / (LAMBERT * md) : 0;
  }
}
