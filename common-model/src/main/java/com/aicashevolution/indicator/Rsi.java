package com.aicashevolution.indicator;

/**
 * Relative Strength Index (Wilder 1978): {@code 100 · G/(G + L)}, G and L being Wilder's smoothings
 * of the gains and of the losses from close to close. In [0, 100]; 50 where no close ever moved.
 */
final class Rsi {

  private Rsi() {}

  /**
   * Values at the end of each look-back.
   *
   * @param gain rise of each close over the one before it, at least 0
   * @param loss fall of each close below the one before it, at least 0
   * @param n period, at most the length of a look-back
   * @param rsi result, one per look-back
   * @param l scratch of the same length
   */
  static void last(
      double[] gain, double[] loss, LookBacks lookBacks, int n, double[] rsi, double[] l) {
    WilderSmoothing.last(gain, lookBacks, n, rsi);
    WilderSmoothing.last(loss, lookBacks, n, l);
    for (int j = 0; j < lookBacks.count(); j++) {
      double g = rsi[j];
      rsi[j] = g + l[j] > 0 ? 100 * (g / (g + l[j])) : 50;
    }
  }
}
