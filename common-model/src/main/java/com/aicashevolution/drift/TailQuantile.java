package com.aicashevolution.drift;

import java.util.Arrays;

/**
 * The value exceeded with a small probability, also where nothing that rare was seen: empirical up
 * to the 90 % quantile, beyond it the exponential tail of the excesses (peaks over threshold with
 * shape 0: Balkema, de Haan 1974; Pickands 1975).
 *
 * <p>The mean excess β is itself known from k independent excesses only, and a limit that is too
 * low by luck alarms far more often than one that is too high alarms rarely. So it is the
 * predictive tail that is inverted, the exponential mixed over what β may be (Lomax 1954):
 *
 * <pre>
 * P(excess &gt; x) = (1 + x / (k β))^−k        → e^(−x/β) as k grows
 * </pre>
 *
 * <p>The probability is that of one of the values, which is what a mean number of checks between
 * alarming checks is the inverse of.
 */
final class TailQuantile {

  private static final double TAIL = 0.1;

  /** So much is known of a tail beforehand, lest a short history be watched by nobody. */
  private static final double LEAST_EXCESSES = 3;

  private TailQuantile() {}

  /**
   * The value that is exceeded with {@code probability}.
   *
   * @param values at least ten, finite
   * @param probability in (0, 1)
   * @param overlap how many neighbouring values say the same, &ge; 1
   */
  static double exceededWith(double probability, double[] values, double overlap) {
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
    double independent = Math.max(LEAST_EXCESSES, TAIL * values.length / overlap);
    double quantile = StrictMath.pow(TAIL / probability, 1 / independent) - 1;
    return start + excess * independent * quantile;
  }
}
