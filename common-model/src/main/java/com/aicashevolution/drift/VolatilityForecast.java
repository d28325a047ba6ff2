package com.aicashevolution.drift;

import java.util.Arrays;
import java.util.List;

/**
 * What the bars before foretell of a bar's volatility: {@code ln v = coefficients · terms + e}, the
 * terms being those of {@link MoveTerms}, fitted by least squares.
 *
 * @param memory of the variance that is followed, in [0, 1)
 * @param weight of its recent part against the long run, in [0, 1]
 * @param coefficients {@value MoveTerms#COUNT}, finite
 * @param deviation of e, &gt; 0
 */
public record VolatilityForecast(
    double memory, double weight, List<Double> coefficients, double deviation) {

  private static final double[] MEMORIES = {0.8, 0.85, 0.89, 0.92, 0.94, 0.96, 0.98};
  private static final int WEIGHTS = 10;
  private static final double LEAST_DEVIATION = 1e-3;

  /** Place of ½ ln h among the terms. */
  private static final int HALF_LOG_VARIANCE = 1;

  public VolatilityForecast {
    coefficients = List.copyOf(coefficients);
    if (!(memory >= 0 && memory < 1)) {
      throw new IllegalArgumentException("memory must be in [0, 1), was " + memory);
    }
    if (!(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException("weight must be in [0, 1], was " + weight);
    }
    if (coefficients.size() != MoveTerms.COUNT) {
      throw new IllegalArgumentException(
          "coefficients must be " + MoveTerms.COUNT + ", were " + coefficients.size());
    }
    for (int i = 0; i < coefficients.size(); i++) {
      if (!Double.isFinite(coefficients.get(i))) {
        throw new IllegalArgumentException(
            "coefficient " + i + " must be finite, was " + coefficients.get(i));
      }
    }
    if (!(deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("deviation must be finite and > 0, was " + deviation);
    }
  }

  /**
   * The memory and weight of a grid whose variance alone leaves the least surprise, and the
   * coefficients that leave the least with them.
   *
   * @param from first bar that counts
   */
  static VolatilityForecast fit(RelativeMoves moves, int from) {
    double least = Double.POSITIVE_INFINITY;
    double bestMemory = 0;
    double bestWeight = 0;
    for (double memory : MEMORIES) {
      for (int w = 1; w <= WEIGHTS; w++) {
        double weight = (double) w / WEIGHTS;
        double[] left = moves.logRange().clone();
        double[][] terms = MoveTerms.of(moves, memory, weight).rows();
        for (int i = from; i < left.length; i++) {
          left[i] -= terms[i][HALF_LOG_VARIANCE];
        }
        double deviation = deviation(left, from);
        if (deviation < least) {
          least = deviation;
          bestMemory = memory;
          bestWeight = weight;
        }
      }
    }
    double[][] terms = MoveTerms.of(moves, bestMemory, bestWeight).rows();
    List<Double> coefficients =
        Arrays.stream(LeastSquares.fit(terms, moves.logRange(), from)).boxed().toList();
    VolatilityForecast unscaled = new VolatilityForecast(bestMemory, bestWeight, coefficients, 1);
    double deviation = deviation(unscaled.surprises(moves), from);
    return new VolatilityForecast(
        bestMemory, bestWeight, coefficients, Math.max(LEAST_DEVIATION, deviation));
  }

  private static double deviation(double[] values, int from) {
    double mean = Arrays.stream(values, from, values.length).average().orElseThrow();
    double squares =
        Arrays.stream(values, from, values.length).map(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(squares / (values.length - from));
  }

  /** {@code (ln v − coefficients · terms) / deviation} of each bar. */
  double[] surprises(RelativeMoves moves) {
    double[][] terms = MoveTerms.of(moves, memory, weight).rows();
    double[] surprises = new double[terms.length];
    for (int i = 0; i < surprises.length; i++) {
      double foretold = 0;
      for (int t = 0; t < MoveTerms.COUNT; t++) {
        foretold += coefficients.get(t) * terms[i][t];
      }
      surprises[i] = (moves.logRange()[i] - foretold) / deviation;
    }
    return surprises;
  }
}
