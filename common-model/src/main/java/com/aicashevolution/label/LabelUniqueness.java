package com.aicashevolution.label;

import java.util.Arrays;

/**
 * How much of a label is its own: labels of neighbouring bars are settled by the same future bars,
 * and so are not as many observations as they are rows (López de Prado 2018, Advances in Financial
 * Machine Learning, chapter 4).
 *
 * <pre>
 * c_t = labels whose span covers bar t      ū_i = mean over the bars t of span i of 1 / c_t
 * </pre>
 *
 * <p>Spans are closed, {@code [entry bar, exit bar]}, of one series; labels of different series do
 * not overlap here. Linear in the number of labels and bars.
 */
public final class LabelUniqueness {

  private LabelUniqueness() {}

  /**
   * Average uniqueness of each label, in (0, 1]; 1 where no other label shares a bar.
   *
   * @param entryBars bar in which each label's trade is entered, &ge; 0
   * @param exitBars bar in which it is settled, {@link Label#exitBar}; not before the entry
   * @throws IllegalArgumentException naming the label whose span is not one
   */
  public static double[] average(int[] entryBars, int[] exitBars) {
    int n = entryBars.length;
    if (exitBars.length != n) {
      throw new IllegalArgumentException(
          "each entry needs its exit, were " + n + " and " + exitBars.length);
    }
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (int i = 0; i < n; i++) {
      if (entryBars[i] < 0 || exitBars[i] < entryBars[i]) {
        throw new IllegalArgumentException(
            "span "
                + i
                + " must have 0 <= entry <= exit, was ["
                + entryBars[i]
                + ", "
                + exitBars[i]
                + "]");
      }
      first = Math.min(first, entryBars[i]);
      last = Math.max(last, exitBars[i]);
    }
    double[] uniqueness = new double[n];
    if (n > 0) {
      double[] share = cumulatedShares(entryBars, exitBars, first, last);
      for (int i = 0; i < n; i++) {
        double sum = share[exitBars[i] - first + 1] - share[entryBars[i] - first];
        uniqueness[i] = sum / (exitBars[i] - entryBars[i] + 1);
      }
    }
    return uniqueness;
  }

  /** {@code share[t]} = sum of 1 / c over the bars before {@code first + t}. */
  private static double[] cumulatedShares(int[] entryBars, int[] exitBars, int first, int last) {
    int[] change = new int[last - first + 2];
    for (int i = 0; i < entryBars.length; i++) {
      change[entryBars[i] - first]++;
      change[exitBars[i] - first + 1]--;
    }
    double[] share = new double[change.length];
    int concurrent = 0;
    for (int t = 0; t + 1 < change.length; t++) {
      concurrent += change[t];
      share[t + 1] = share[t] + (concurrent == 0 ? 0 : 1.0 / concurrent);
    }
    return share;
  }

  /**
   * Sample weights in proportion to {@link #average}, with mean 1, so that a loss keeps its scale.
   */
  public static double[] sampleWeights(int[] entryBars, int[] exitBars) {
    double[] weights = average(entryBars, exitBars);
    double mean = Arrays.stream(weights).average().orElse(1);
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= mean;
    }
    return weights;
  }
}
