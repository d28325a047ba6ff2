package com.aicashevolution.drift;

/**
 * Notices that results have become worse than they were promised to be: the Page–Hinkley test (Page
 * 1954; Hinkley 1971) for a fall of the mean, with the mean of the promise in place of the running
 * one, which would learn the fall.
 *
 * <pre>
 * zᵢ = (promised mean − resultᵢ) / promised deviation
 * Sᵢ = max(0, Sᵢ₋₁ + zᵢ − δ)          alarm when S &gt; λ
 * </pre>
 *
 * <p>Results must not overlap: sum those of a day first. Immutable: {@link #after} gives the next
 * state, which can be kept in a row of a table.
 *
 * @param promisedMean of a result, as measured out of sample
 * @param promisedDeviation of a result, &gt; 0
 * @param tolerance δ, half the fall worth noticing, in deviations, &gt; 0
 * @param threshold λ, &gt; 0
 * @param sum S so far, &ge; 0
 */
public record PageHinkley(
    double promisedMean, double promisedDeviation, double tolerance, double threshold, double sum) {

  /** Siegmund's correction for looking only at whole results. */
  private static final double OVERSHOOT = 1.166;

  private static final double LARGEST_THRESHOLD = 1e3;

  public PageHinkley {
    requireFinite("promisedMean", promisedMean);
    requirePositive("promisedDeviation", promisedDeviation);
    requirePositive("tolerance", tolerance);
    requirePositive("threshold", threshold);
    if (!(sum >= 0 && sum < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("sum must be finite and >= 0, was " + sum);
    }
  }

  /**
   * Without results yet.
   *
   * @param fallWorthNoticing in deviations; δ is half of it
   * @param resultsBetweenFalseAlarms mean run length while the promise holds, &ge; 10
   */
  public static PageHinkley promising(
      double mean, double deviation, double fallWorthNoticing, double resultsBetweenFalseAlarms) {
    requirePositive("fallWorthNoticing", fallWorthNoticing);
    double tolerance = fallWorthNoticing / 2;
    double threshold = thresholdFor(tolerance, resultsBetweenFalseAlarms);
    return new PageHinkley(mean, deviation, tolerance, threshold, 0);
  }

  /**
   * The threshold with a given mean run length for independent normal results that keep the
   * promise, from Siegmund's approximation (1985, Sequential Analysis, section II.6), {@code
   * (e^(2δb) − 2δb − 1) / (2δ²)} with {@code b = λ + 1.166}.
   */
  static double thresholdFor(double tolerance, double runLength) {
    if (!(runLength >= 10 && runLength <= 1e12)) {
      throw new IllegalArgumentException(
          "resultsBetweenFalseAlarms must be in [10, 1e12], was " + runLength);
    }
    double low = 1e-6;
    double high = LARGEST_THRESHOLD;
    for (int i = 0; i < 200; i++) {
      double middle = (low + high) / 2;
      double x = 2 * tolerance * (middle + OVERSHOOT);
      boolean tooLong = (StrictMath.expm1(x) - x) / (2 * tolerance * tolerance) > runLength;
      high = tooLong ? middle : high;
      low = tooLong ? low : middle;
    }
    return high;
  }

  /** The state after one more result. */
  public PageHinkley after(double result) {
    requireFinite("result", result);
    double shortfall = (promisedMean - result) / promisedDeviation;
    double next = Math.max(0, sum + shortfall - tolerance);
    return new PageHinkley(promisedMean, promisedDeviation, tolerance, threshold, next);
  }

  /** Whether the promise is no longer believable. */
  public boolean alarmed() {
    return sum > threshold;
  }

  private static void requireFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite, was " + value);
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and > 0, was " + value);
    }
  }
}
