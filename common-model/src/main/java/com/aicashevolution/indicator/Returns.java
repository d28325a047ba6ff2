package com.aicashevolution.indicator;

/** Changes from one close to the next, and how widely they spread. */
final class Returns {

  private Returns() {}

  /** 100 · (C − C′)/C′, per cent of the close before. */
  static double percent(double close, double previousClose) {
    return 100 * ((close - previousClose) / previousClose);
  }

  /**
   * ln(C/C′). {@link StrictMath} is fdlibm everywhere; {@link Math} may differ in the last bit from
   * one processor to the next.
   */
  static double log(double close, double previousClose) {
    return StrictMath.log(close / previousClose);
  }

  /** Sample standard deviation of the log returns {@code [from, to)}; per bar, not annualized. */
  static double volatility(double[] logReturn, int from, int to) {
    return Moments.sampleDeviation(logReturn, from, to, Moments.mean(logReturn, from, to));
  }
}
