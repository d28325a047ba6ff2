package com.aicashevolution.indicator;

/**
 * Slow stochastic oscillator (Lane 1984): raw {@code K = 100 · (C − L)/(H − L)} over the highest
 * high and lowest low of n bars; {@code %K} is the mean of the last 3 raw K, {@code %D} the mean of
 * the last 3 %K. In [0, 100]; raw K is 50 on a flat range.
 */
final class Stochastic {

  /** Values each of the two means is over. */
  static final int SMOOTH = 3;

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

  /** %K at {@code bar} from the raw K of the last {@value #SMOOTH} bars. */
  static double k(double[] raw, int bar) {
    return (raw[bar - 2] + raw[bar - 1] + raw[bar]) / SMOOTH;
  }

  /** %D at {@code bar} from the raw K of the last {@code 2 · SMOOTH − 1} bars. */
  static double d(double[] raw, int bar) {
    return (k(raw, bar - 2) + k(raw, bar - 1) + k(raw, bar)) / SMOOTH;
  }
}
