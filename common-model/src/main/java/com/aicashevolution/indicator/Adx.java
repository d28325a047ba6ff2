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
   * Value at {@code to − 1}: the first DX stands at {@code from + n − 1}, the first ADX is the mean
   * of the first n DX.
   *
   * @param n period; {@code to − from >= 2n − 1}
   */
  static double last(double[] plusMovement, double[] minusMovement, int from, int to, int n) {
    double alpha = 1.0 / n;
    double p = Moments.mean(plusMovement, from, from + n);
    double m = Moments.mean(minusMovement, from, from + n);
    double sum = dx(p, m);
    int seeded = from + 2 * n - 1;
    for (int i = from + n; i < seeded; i++) {
      p += alpha * (plusMovement[i] - p);
      m += alpha * (minusMovement[i] - m);
      sum += dx(p, m);
    }
    double adx = sum / n;
    for (int i = seeded; i < to; i++) {
      p += alpha * (plusMovement[i] - p);
      m += alpha * (minusMovement[i] - m);
      adx += alpha * (dx(p, m) - adx);
    }
    return adx;
  }

  private static double dx(double p, double m) {
    double sum = p + m;
    return sum > 0 ? 100 * (Math.abs(p - m) / sum) : 0;
  }
}
