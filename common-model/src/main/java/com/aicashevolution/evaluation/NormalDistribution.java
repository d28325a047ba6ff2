package com.aicashevolution.evaluation;

/**
 * The standard normal distribution. In basic arithmetic and {@link StrictMath} only: the same bits
 * on every machine.
 */
public final class NormalDistribution {

  private static final double LARGEST_ARGUMENT = 37.5;
  private static final double RATIONAL_BELOW = 7.07106781186547;
  private static final double SQRT_TWO_PI = 2.5066282746310007;

  // Coefficients are the published ones, written as the double nearest to them.

  private NormalDistribution() {}

  /**
   * P(Z ≤ x), the rational approximation of Hart (1968, algorithm 5666) with a continued fraction
   * in the tail, as given by West (2005, Better approximations to cumulative normal functions).
   * Absolute error below 1e-14, relative error below 1e-6 down to x = −37.
   */
  public static double cdf(double x) {
    if (Double.isNaN(x)) {
      throw new IllegalArgumentException("x must be a number, was NaN");
    }
    double tail = upperTail(Math.abs(x));
    return x > 0 ? 1 - tail : tail;
  }

  private static double upperTail(double x) {
    if (x > LARGEST_ARGUMENT) {
      return 0;
    }
    double density = StrictMath.exp(-x * x / 2);
    if (x < RATIONAL_BELOW) {
      double n = 0.0352624965998911 * x + 0.700383064443688;
      n = n * x + 6.37396220353165;
      n = n * x + 33.912866078383;
      n = n * x + 112.079291497871;
      n = n * x + 221.213596169931;
      n = n * x + 220.206867912376;
      double d = 0.0883883476483184 * x + 1.75566716318264;
      d = d * x + 16.064177579207;
      d = d * x + 86.7807322029461;
      d = d * x + 296.564248779674;
      d = d * x + 637.333633378831;
      d = d * x + 793.826512519948;
      d = d * x + 440.413735824752;
      return density * n / d;
    }
    double fraction = x + 0.65;
    fraction = x + 4 / fraction;
    fraction = x + 3 / fraction;
    fraction = x + 2 / fraction;
    fraction = x + 1 / fraction;
    return density / fraction / SQRT_TWO_PI;
  }

  /**
   * The x with P(Z ≤ x) = p, by Wichura's AS 241 (1988, routine PPND16); relative error about
   * 1e-16.
   *
   * @param p in (0, 1)
   */
  public static double quantile(double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("p must be in (0, 1), was " + p);
    }
    double q = p - 0.5;
    if (Math.abs(q) <= 0.425) {
      return q * centre(0.180625 - q * q);
    }
    double r = Math.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
    double magnitude = r <= 5 ? middle(r - 1.6) : far(r - 5);
    return q < 0 ? -magnitude : magnitude;
  }

  private static double centre(double r) {
    double n = 2509.0809287301227 * r + 33430.57558358813;
    n = n * r + 67265.7709270087;
    n = n * r + 45921.95393154987;
    n = n * r + 13731.69376550946;
    n = n * r + 1971.5909503065513;
    n = n * r + 133.14166789178438;
    n = n * r + 3.3871328727963665;
    double d = 5226.495278852854 * r + 28729.085735721943;
    d = d * r + 39307.89580009271;
    d = d * r + 21213.794301586597;
    d = d * r + 5394.196021424751;
    d = d * r + 687.1870074920579;
    d = d * r + 42.31333070160091;
    d = d * r + 1;
    return n / d;
  }

  private static double middle(double r) {
    double n = 0.0007745450142783414 * r + 0.022723844989269184;
    n = n * r + 0.2417807251774506;
    n = n * r + 1.2704582524523684;
    n = n * r + 3.6478483247632045;
    n = n * r + 5.769497221460691;
    n = n * r + 4.630337846156546;
    n = n * r + 1.4234371107496835;
    double d = 1.0507500716444169e-09 * r + 0.0005475938084995345;
    d = d * r + 0.015198666563616457;
    d = d * r + 0.14810397642748008;
    d = d * r + 0.6897673349851;
    d = d * r + 1.6763848301838038;
    d = d * r + 2.053191626637759;
    d = d * r + 1;
    return n / d;
  }

  private static double far(double r) {
    double n = 2.0103343992922881e-07 * r + 2.7115555687434876e-05;
    n = n * r + 0.0012426609473880784;
    n = n * r + 0.026532189526576124;
    n = n * r + 0.29656057182850487;
    n = n * r + 1.7848265399172913;
    n = n * r + 5.463784911164114;
    n = n * r + 6.657904643501103;
    double d = 2.0442631033899397e-15 * r + 1.421511758316446e-07;
    d = d * r + 1.8463183175100548e-05;
    d = d * r + 0.0007868691311456133;
    d = d * r + 0.014875361290850615;
    d = d * r + 0.1369298809227358;
    d = d * r + 0.599832206555888;
    d = d * r + 1;
    return n / d;
  }
}
