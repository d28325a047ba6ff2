package com.aicashevolution.indicator;

/**
 * Slow stochastic oscillator (Lane 1984): raw {@code K = 100 · (C − L)/(H − L)} over the highest
 * high and lowest low of n bars; {@code %K} is the mean of the last {@code smooth} raw K, {@code
 * %D} the mean of the last {@code smooth} %K. In [0, 100]; raw K is 50 on a flat range.
 */
final class Stochastic {

  private Stochastic() {}

  /** Raw K of the {@code n} bars ending at {@code bar}. */
  static double raw(double[] high, double[] low, double[] close, int bar, int n) {
    double h = high[bar];
    double l = low[bar];
    for (int i = bar - n + 1; i < bar; i++) {
      h = Math.max(h, high[i]);
      l = Math.min(l, low[i]);
    }
    return h > l ? 100 * ((close[bar] - l) / (h - l)) : 50;
  }

  /** %K at {@code bar}; reads {@code n + smooth − 1} bars. */
  static double k(double[] high, double[] low, double[] close, int bar, int n, int smooth) {
    double sum = 0;
    for (int i = bar - smooth + 1; i <= bar; i++) {
      sum += raw(high, low, close, i, n);
    }
    return sum / smooth;
  }

  /** %D at {@code bar}; reads {@code n + 2 · (smooth − 1)} bars. */
  static double d(double[] high, double[] low, double[] close, int bar, int n, int smooth) {
    double sum = 0;
    for (int i = bar - smooth + 1; i <= bar; i++) {
      sum += k(high, low, close, i, n, smooth);
    }
    return sum / smooth;
  }
}
