package com.aicashevolution.drift;

/**
 * What the bars before foretell of a bar's volatility: GARCH(1,1) (Bollerslev 1986) with variance
 * targeting (Engle, Mezrich 1996), written as a mixture of the long run, 1, and an exponentially
 * weighted average:
 *
 * <pre>
 * Eᵢ₊₁ = λ Eᵢ + (1 − λ) uᵢ        hᵢ = 1 − w + w Eᵢ        (β = λ, α = w (1 − λ))
 * </pre>
 *
 * @param memory λ, in [0, 1)
 * @param weight w, in [0, 1]
 * @param mean of ln v − ½ ln h
 * @param deviation of the same, &gt; 0
 */
public record VolatilityForecast(double memory, double weight, double mean, double deviation) {

  private static final double[] MEMORIES = {0.8, 0.85, 0.89, 0.92, 0.94, 0.96, 0.98};
  private static final int WEIGHTS = 10;
  private static final double LEAST_DEVIATION = 1e-3;

  /** Keeps the logarithm finite after bars that did not move. */
  private static final double LEAST_VARIANCE = 1e-3;

  public VolatilityForecast {
    if (!(memory >= 0 && memory < 1)) {
      throw new IllegalArgumentException("memory must be in [0, 1), was " + memory);
    }
    if (!(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException("weight must be in [0, 1], was " + weight);
    }
    if (!Double.isFinite(mean)) {
      throw new IllegalArgumentException("mean must be finite, was " + mean);
    }
    if (!(deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("deviation must be finite and > 0, was " + deviation);
    }
  }

  /**
   * The memory and weight of a grid that leave the least surprise.
   *
   * @param logMoves ln v of each bar
   * @param squares u of each bar, mean about 1
   * @param from first bar that counts
   */
  static VolatilityForecast fit(double[] logMoves, double[] squares, int from) {
    VolatilityForecast best = new VolatilityForecast(0, 0, 0, Double.MAX_VALUE);
    for (double memory : MEMORIES) {
      for (int w = 1; w <= WEIGHTS; w++) {
        double weight = (double) w / WEIGHTS;
        double[] left = new VolatilityForecast(memory, weight, 0, 1).surprises(logMoves, squares);
        double sum = 0;
        for (int i = from; i < left.length; i++) {
          sum += left[i];
        }
        double mean = sum / (left.length - from);
        double squared = 0;
        for (int i = from; i < left.length; i++) {
          squared += (left[i] - mean) * (left[i] - mean);
        }
        double deviation = Math.sqrt(squared / (left.length - from));
        if (deviation < best.deviation()) {
          double atLeast = Math.max(LEAST_DEVIATION, deviation);
          best = new VolatilityForecast(memory, weight, mean, atLeast);
        }
      }
    }
    return best;
  }

  /** {@code (ln v − ½ ln h − mean) / deviation} of each bar; before the first, E is 1. */
  double[] surprises(double[] logMoves, double[] squares) {
    double[] surprises = new double[logMoves.length];
    double average = 1;
    for (int i = 0; i < surprises.length; i++) {
      double variance = Math.max(LEAST_VARIANCE, 1 - weight + weight * average);
      surprises[i] = (logMoves[i] - StrictMath.log(variance) / 2 - mean) / deviation;
      average = memory * average + (1 - memory) * squares[i];
    }
    return surprises;
  }
}
