package com.aicashevolution.indicator;

/**
 * Bollinger bands (Bollinger 2001): the mean of the last closes ± {@value #WIDTH} population
 * standard deviations of the same closes. Price units; both equal the close where it is constant.
 */
final class Bollinger {

  static final double WIDTH = 2;

  private Bollinger() {}

  /**
   * Bands over bars {@code [from, to)}: the upper at {@code bands[upper]}, the lower at {@code
   * bands[lower]}.
   */
  static void bands(double[] close, int from, int to, double[] bands, int upper, int lower) {
    double mean = Moments.mean(close, from, to);
    double sigma = Moments.populationDeviation(close, from, to, mean);
    bands[upper] = mean + WIDTH * sigma;
    bands[lower] = mean - WIDTH * sigma;
  }
}
