package com.aicashevolution.indicator;

/**
 * Exponential moving average: {@code EMA ← EMA + 2/(n+1) · (x − EMA)}, begun with the simple mean
 * of the first {@code n} values (Murphy 1999, as TA-Lib and StockCharts seed it).
 */
final class Ema {

  private Ema() {}

  /**
   * Value at {@code to − 1} of the average that begins at {@code from}.
   *
   * @param n period; {@code to − from >= n}
   */
  static double last(double[] x, int from, int to, int n) {
    double alpha = alpha(n);
    double ema = Moments.mean(x, from, from + n);
    for (int i = from + n; i < to; i++) {
      ema += alpha * (x[i] - ema);
    }
    return ema;
  }

  /** Weight of the newest value, 2/(n + 1). */
  static double alpha(int n) {
    return 2.0 / (n + 1);
  }
}
