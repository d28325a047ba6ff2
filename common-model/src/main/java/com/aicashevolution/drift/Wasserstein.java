package com.aicashevolution.drift;

/**
 * How far the values of one distribution must be moved on average to become the other's: {@code ∫₀¹
 * |F⁻¹(u) − G⁻¹(u)| du} (Vallender 1974), in the unit of the values.
 */
public final class Wasserstein {

  private Wasserstein() {}

  /** Of two samples, each at least one finite value. */
  public static double distance(double[] first, double[] second) {
    double[] a = Samples.sorted("first", first);
    double[] b = Samples.sorted("second", second);
    double distance = 0;
    double level = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      double endOfA = (i + 1.0) / a.length;
      double endOfB = (j + 1.0) / b.length;
      double end = Math.min(endOfA, endOfB);
      distance += (end - level) * Math.abs(a[i] - b[j]);
      level = end;
      i += endOfA <= end ? 1 : 0;
      j += endOfB <= end ? 1 : 0;
    }
    return distance;
  }

  /** Of a sorted sample and a reference, in deviations of the reference. */
  static double distance(ColumnProfile reference, double[] sorted) {
    double distance = 0;
    for (int i = 0; i < sorted.length; i++) {
      distance += Math.abs(sorted[i] - reference.quantile((i + 0.5) / sorted.length));
    }
    return distance / sorted.length / reference.deviation();
  }
}
