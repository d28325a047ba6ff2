package com.aicashevolution.evaluation;

import com.aicashevolution.signal.Direction;

/**
 * Finds the temperature of least negative log-likelihood.
 *
 * <p>In {@code β = 1 / T} the loss {@code L(β) = mean(log Σₖ e^(β zₖ) − β z_y)} is convex, a sum of
 * log-sum-exps of linear functions; so its slope {@code L'(β) = mean(Σₖ pₖ zₖ − z_y)} grows with β
 * and a bisection over log T on the sign of the slope finds the minimum. The search keeps to T in
 * [1/20, 20]: a best temperature beyond means logits that separate the labels or say nothing about
 * them, and the bound is taken instead of a limit that does not exist. StrictMath, sums in row
 * order: deterministic.
 */
final class TemperatureFit {

  private static final double LARGEST = 20;
  private static final int BISECTIONS = 60;

  private TemperatureFit() {}

  static double temperature(float[] logits, int[] labels) {
    check(logits, labels);
    double low = -StrictMath.log(LARGEST);
    double high = StrictMath.log(LARGEST);
    for (int i = 0; i < BISECTIONS && low < high; i++) {
      double middle = low + (high - low) / 2;
      // a falling loss in β wants a larger β, a smaller T
      if (slope(logits, labels, StrictMath.exp(-middle)) < 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return StrictMath.exp(low + (high - low) / 2);
  }

  private static double slope(float[] logits, int[] labels, double beta) {
    double sum = 0;
    for (int n = 0; n < labels.length; n++) {
      int at = n * Direction.COUNT;
      double max = Math.max(logits[at], Math.max(logits[at + 1], logits[at + 2]));
      double weights = 0;
      double weighted = 0;
      for (int k = 0; k < Direction.COUNT; k++) {
        double w = StrictMath.exp(beta * (logits[at + k] - max));
        weights += w;
        weighted += w * logits[at + k];
      }
      sum += weighted / weights - logits[at + labels[n]];
    }
    return sum / labels.length;
  }

  private static void check(float[] logits, int[] labels) {
    if (labels.length == 0) {
      throw new IllegalArgumentException("calibration needs at least one sample, had 0");
    }
    if (logits.length != labels.length * Direction.COUNT) {
      throw new IllegalArgumentException(
          "logits must be "
              + labels.length
              + " x "
              + Direction.COUNT
              + ", were "
              + logits.length
              + " values");
    }
    for (int i = 0; i < logits.length; i++) {
      if (!Float.isFinite(logits[i])) {
        throw new IllegalArgumentException("logit " + i + " must be finite, was " + logits[i]);
      }
    }
  }
}
