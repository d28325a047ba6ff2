package com.aicashevolution.drift;

/**
 * Largest distance between two distribution functions (Kolmogorov 1933, Smirnov 1948), in [0, 1].
 * Its tables hold for independent values, which features are not; {@link DriftThresholds} do.
 */
public final class KolmogorovSmirnov {

  private KolmogorovSmirnov() {}

  /** Of two samples, each at least one finite value. */
  public static double distance(double[] first, double[] second) {
    double[] a = Samples.sorted("first", first);
    double[] b = Samples.sorted("second", second);
    double distance = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      double x = Math.min(a[i], b[j]);
      while (i < a.length && a[i] <= x) {
        i++;
      }
      while (j < b.length && b[j] <= x) {
        j++;
      }
      distance = Math.max(distance, Math.abs((double) i / a.length - (double) j / b.length));
    }
    return distance;
  }

  /** Of a sorted sample and the stored distribution of a reference. */
  static double distance(ColumnProfile reference, double[] sorted) {
    double distance = 0;
    int n = sorted.length;
    for (int i = 0; i < n; ) {
      int next = i;
      while (next < n && sorted[next] == sorted[i]) {
        next++;
      }
      double below = Math.abs(reference.cdfBelow(sorted[i]) - (double) i / n);
      double at = Math.abs(reference.cdf(sorted[i]) - (double) next / n);
      distance = Math.max(distance, Math.max(below, at));
      i = next;
    }
    return distance;
  }
}
