package com.aicashevolution.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one column of numbers looked like: enough of its distribution to compare another one with,
 * and small enough to travel in a manifest.
 *
 * @param name of the column
 * @param edges the {@value #BINS} − 1 inner edges of the bins, ascending; a bin is (lower, upper]
 * @param proportions share of the values in each bin; about a tenth each unless values repeat
 * @param quantiles {@value #LEVELS} of them from the smallest to the largest value, at the levels
 *     {@code (1 − cos(π i / 40)) / 2}: closest together in the tails, where the function is
 *     steepest
 * @param mean of the values
 * @param deviation sample standard deviation, &gt; 0; 1 where the values do not vary
 */
public record ColumnProfile(
    String name,
    List<Double> edges,
    List<Double> proportions,
    List<Double> quantiles,
    double mean,
    double deviation) {

  /** Bins of the population stability index: the customary deciles. */
  public static final int BINS = 10;

  /** Points of the stored quantile function. */
  public static final int LEVELS = 41;

  private static final double[] STORED_LEVELS = storedLevels();

  private static double[] storedLevels() {
    double[] levels = new double[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      levels[i] = (1 - StrictMath.cos(Math.PI * i / (LEVELS - 1))) / 2;
    }
    return levels;
  }

  public ColumnProfile {
    edges = List.copyOf(edges);
    proportions = List.copyOf(proportions);
    quantiles = List.copyOf(quantiles);
    requireAscending(name + " edges", edges, BINS - 1);
    requireAscending(name + " quantiles", quantiles, LEVELS);
    Samples.requireShares(name + " proportions", proportions, BINS);
    if (!Double.isFinite(mean)) {
      throw new IllegalArgumentException(name + " mean must be finite, was " + mean);
    }
    if (!(deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + " deviation must be finite and > 0, was " + deviation);
    }
  }

  private static void requireAscending(String what, List<Double> values, int count) {
    if (values.size() != count) {
      throw new IllegalArgumentException(what + " must be " + count + ", were " + values.size());
    }
    double before = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!(Double.isFinite(value) && value >= before)) {
        throw new IllegalArgumentException(
            what + " must be finite and ascending, had " + value + " after " + before);
      }
      before = value;
    }
  }

  /**
   * Of values in any order.
   *
   * @param values at least one, all finite
   */
  public static ColumnProfile of(String name, double[] values) {
    double[] sorted = Samples.sorted(name, values);
    List<Double> edges = new ArrayList<>(BINS - 1);
    for (int b = 1; b < BINS; b++) {
      edges.add(Samples.quantile(sorted, (double) b / BINS));
    }
    List<Double> quantiles = new ArrayList<>(LEVELS);
    for (int level = 0; level < LEVELS; level++) {
      quantiles.add(Samples.quantile(sorted, level(level)));
    }
    double mean = Arrays.stream(sorted).sum() / sorted.length;
    double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
    double deviation = Math.sqrt(squares / Math.max(1, sorted.length - 1));
    boolean varies = deviation > 1e-9 * Math.max(1, Math.abs(mean));
    double[] proportions = proportions(edges, sorted);
    return new ColumnProfile(
        name,
        edges,
        Arrays.stream(proportions).boxed().toList(),
        quantiles,
        mean,
        varies ? deviation : 1);
  }

  /** Share of {@code sorted} values in each bin of this profile. */
  double[] proportions(double[] sorted) {
    return proportions(edges, sorted);
  }

  private static double[] proportions(List<Double> edges, double[] sorted) {
    double[] shares = new double[BINS];
    int bin = 0;
    for (double value : sorted) {
      while (bin < BINS - 1 && value > edges.get(bin)) {
        bin++;
      }
      shares[bin] += 1.0 / sorted.length;
    }
    return shares;
  }

  /** The reference's value at {@code level} in [0, 1], linear between the stored points. */
  double quantile(double level) {
    int below = 0;
    while (below < LEVELS - 2 && level(below + 1) <= level) {
      below++;
    }
    double low = quantiles.get(below);
    double share = (level - level(below)) / (level(below + 1) - level(below));
    return low + share * (quantiles.get(below + 1) - low);
  }

  /** Level of stored quantile {@code i}. */
  private static double level(int i) {
    return STORED_LEVELS[i];
  }

  /** Share of the reference at or below {@code x}. */
  double cdf(double x) {
    if (x >= quantiles.getLast()) {
      return 1;
    }
    int above = 0;
    while (quantiles.get(above) <= x) {
      above++;
    }
    return above == 0 ? 0 : levelWithin(above - 1, x);
  }

  /** Share of the reference below {@code x}: less than {@link #cdf} where values repeat. */
  double cdfBelow(double x) {
    if (x > quantiles.getLast()) {
      return 1;
    }
    int above = 0;
    while (quantiles.get(above) < x) {
      above++;
    }
    return above == 0 ? 0 : levelWithin(above - 1, x);
  }

  /** Level of {@code x} in the stretch of the quantile function that begins at {@code below}. */
  private double levelWithin(int below, double x) {
    double low = quantiles.get(below);
    double width = quantiles.get(below + 1) - low;
    double share = width > 0 ? (x - low) / width : 1;
    return level(below) + share * (level(below + 1) - level(below));
  }
}
