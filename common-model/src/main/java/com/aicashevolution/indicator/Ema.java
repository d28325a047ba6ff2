package com.aicashevolution.indicator;

/**
 * Exponential moving average: {@code EMA ← EMA + 2/(n+1) · (x − EMA)}, begun with the simple mean
 * of the first {@code n} values (Murphy 1999, as TA-Lib and StockCharts seed it).
 */
final class Ema {

  private Ema() {}

  /**
   * Averages at the end of each look-back.
   *
   * @param n period, at most the length of a look-back
   * @param ema result, one per look-back
   */
  static void last(double[] x, LookBacks lookBacks, int n, double[] ema) {
    smooth(x, lookBacks, n, alpha(n), ema);
  }

  /** Weight of the newest value, 2/(n + 1). */
  static double alpha(int n) {
    return 2.0 / (n + 1);
  }

  /** {@code s ← s + alpha · (x − s)} along each look-back, begun with the mean of n values. */
  static void smooth(double[] x, LookBacks lookBacks, int n, double alpha, double[] s) {
    int first = lookBacks.first();
    int count = lookBacks.count();
    for (int j = 0; j < count; j++) {
      s[j] = Moments.mean(x, first + j, first + j + n);
    }
    for (int t = n; t < lookBacks.length(); t++) {
      step(x, first + t, count, alpha, s);
    }
  }

  /** One step of every look-back: look-back j reads entry {@code at + j}. */
  static void step(double[] x, int at, int count, double alpha, double[] s) {
    for (int j = 0; j < count; j++) {
      s[j] += alpha * (x[at + j] - s[j]);
    }
  }
}
