package com.aicashevolution.drift;

/**
 * Population stability index of two lists of shares: {@code Σ (a − e) ln(a / e)}, the symmetrised
 * Kullback–Leibler divergence (Jeffreys 1946; Yurdakul 2018). At least 0, and 0 only for equal
 * shares.
 *
 * <p>The textbook's "above 0.2" is for independent samples of a million customers: windows of
 * autocorrelated data exceed it all the time. {@link DriftThresholds} say what is much.
 */
public final class PopulationStability {

  /** What an empty bin counts as, so that one value in a new place is much and not everything. */
  static final double SMALLEST_SHARE = 1e-3;

  private PopulationStability() {}

  /**
   * The index; shares below {@value #SMALLEST_SHARE} count as that.
   *
   * @param expected shares of the reference
   * @param actual shares of what is compared, as many
   */
  public static double index(double[] expected, double[] actual) {
    if (expected.length == 0 || expected.length != actual.length) {
      throw new IllegalArgumentException(
          "expected and actual must be equally many shares, at least one, were "
              + expected.length
              + " and "
              + actual.length);
    }
    double index = 0;
    for (int b = 0; b < expected.length; b++) {
      double e = share("expected", b, expected[b]);
      double a = share("actual", b, actual[b]);
      index += (a - e) * StrictMath.log(a / e);
    }
    return index;
  }

  private static double share(String name, int bin, double value) {
    if (!(value >= 0 && value <= 1 + 1e-9)) {
      throw new IllegalArgumentException(
          name + " share " + bin + " must be in [0, 1], was " + value);
    }
    return Math.max(SMALLEST_SHARE, value);
  }

  static double index(ColumnProfile reference, double[] sorted) {
    double[] expected = reference.proportions().stream().mapToDouble(x -> x).toArray();
    return index(expected, reference.proportions(sorted));
  }
}
