package com.aicashevolution.indicator;

/**
 * Relative Strength Index (Wilder 1978): {@code 100 · G/(G + L)}, G and L being Wilder's smoothings
 * of the gains and of the losses from close to close. In [0, 100]; 50 where no close ever moved.
 */
final class Rsi {

  private Rsi() {}

  /**
   * Value at {@code to − 1}.
   *
   * @param gain rise of each close over the one before it, at least 0
   * @param loss fall of each close below the one before it, at least 0
   * @param n period; {@code to − from >= n}
   */
  static double last(double[] gain, double[] loss, int from, int to, int n) {
    double g = WilderSmoothing.last(gain, from, to, n);
    double l = WilderSmoothing.last(loss, from, to, n);
    return g + l > 0 ? 100 * (g / (g + l)) : 50;
  }
}
