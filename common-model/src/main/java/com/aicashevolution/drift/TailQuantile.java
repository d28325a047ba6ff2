package com.aicashevolution.drift;

import java.util.Arrays;

/**
 * The value exceeded with a small probability, also where nothing that rare was seen: empirical up
 * to the 90 % quantile, beyond it the exponential tail whose mean is that of the excesses (peaks
 * over threshold with shape 0: Balkema, de Haan 1974; Pickands 1975).
 *
 * <p>The values may depend on each other: the probability is that of one of them, which is what a
 * mean number of checks between alarming checks is the inverse of.
 */
final class TailQuantile {

  private static final double TAIL = 0.1;

  private TailQuantile() {}

  /**
   * The value that is exceeded with {@code probability}.
   *
   * @param values at least ten, finite
   * @param probability in (0, 1)
   */
  static double exceededWith(double probability, double[] values) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException("probability must be in (0, 1), was " + probability);
    }
    if (values.length < 10) {
      throw new IllegalArgumentException("values must be at least 10, were " + values.length);
    }
    double[] sorted = Samples.sorted("tail", values);
    if (probability >= TAIL) {
      return Samples.quantile(sorted, 1 - probability);
    }
    double start = Samples.quantile(sorted, 1 - TAIL);
    double excess =
        Arrays.stream(sorted).filter(x -> x > start).map(x -> x - start).average().orElse(0);
    return start + excess * StrictMath.log(TAIL / probability);
  }
}
