package com.aicashevolution.indicator;

/**
 * Average Directional Index (Wilder 1978): Wilder's smoothing of {@code DX = 100 · |P − M|/(P +
 * M)}, P and M being Wilder's smoothings of the upward and downward directional movement. Wilder
 * divides both by the average true range first; it cancels. In [0, 100]; DX is 0 where nothing
 * moved.
 */
final class Adx {

  private Adx() {}

  /** +DM: the rise of the high where it exceeds the fall of the low, else 0. */
  static double plusMovement(double high, double low, double previousHigh, double previousLow) {
    double up = high - previousHigh;
    double down = previousLow - low;
    return up > down && up > 0 ? up : 0;
  }

  /** −DM: the fall of the low where it exceeds the rise of the high, else 0. */
  static double minusMovement(double high, double low, double previousHigh, double previousLow) {
    double up = high - previousHigh;
    double down = previousLow - low;
    return down > up && down > 0 ? down : 0;
  }

  /**
   * Values at the end of each look-back: its first DX stands at entry {@code n − 1}, its first ADX
   * is the mean of the first n DX.
   *
   * @param n period; a look-back has at least {@code 2n − 1} entries
   * @param adx result, one per look-back
   * @param p scratch of the same length
   * @param m scratch of the same length
   */
  static void last(
      double[] plusMovement,
      double[] minusMovement,
      LookBacks lookBacks,
      int n,
      double[] adx,
      double[] p,
      double[] m) {
    int first = lookBacks.first();
    int count = lookBacks.count();
    double alpha = WilderSmoothing.alpha(n);
    WilderSmoothing.last(plusMovement, lookBacks.shortenedTo(n), n, p);
    WilderSmoothing.last(minusMovement, lookBacks.shortenedTo(n), n, m);
    for (int j = 0; j < count; j++) {
      adx[j] = dx(p[j], m[j]);
    }
    for (int t = n; t < 2 * n - 1; t++) {
      Ema.step(plusMovement, first + t, count, alpha, p);
      Ema.step(minusMovement, first + t, count, alpha, m);
      for (int j = 0; j < count; j++) {
        adx[j] += dx(p[j], m[j]);
      }
    }
    for (int j = 0; j < count; j++) {
      adx[j] /= n;
    }
    for (int t = 2 * n - 1; t < lookBacks.length(); t++) {
      Ema.step(plusMovement, first + t, count, alpha, p);
      Ema.step(minusMovement, first + t, count, alpha, m);
      for (int j = 0; j < count; j++) {
        adx[j] += alpha * (dx(p[j], m[j]) - adx[j]);
      }
    }
  }

  /** 0/tiny is 0: a market without movement needs no branch, and the loop stays a vector loop. */
  private static double dx(double p, double m) {
    return 100 * (Math.abs(p - m) / Math.max(p + m, Double.MIN_NORMAL));
  }
}
