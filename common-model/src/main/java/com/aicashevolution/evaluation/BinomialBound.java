package com.aicashevolution.evaluation;

import java.util.function.DoubleUnaryOperator;

/**
 * Exact one-sided bounds of a share of which some were counted (Clopper, Pearson 1934): the largest
 * share under which so few would still be seen with a probability of 1 − confidence, and the
 * smallest under which so many would. Conservative, also at 0 and at all.
 */
public final class BinomialBound {

  private static final int BISECTIONS = 60;

  private BinomialBound() {}

  /**
   * The share that {@code confidence} of all such experiments' bounds would not lie below.
   *
   * @param seen in [0, trials]
   * @param trials &ge; 1
   * @param confidence in (0, 1)
   */
  public static double upper(int seen, int trials, double confidence) {
    require(seen, trials, confidence);
    return seen == trials
        ? 1
        : root(share -> atMost(seen, trials, share) - (1 - confidence)); // falls with the share
  }

  /** The share that {@code confidence} of all such experiments' bounds would not lie above. */
  public static double lower(int seen, int trials, double confidence) {
    require(seen, trials, confidence);
    return seen == 0 ? 0 : root(share -> atMost(seen - 1, trials, share) - confidence);
  }

  private static void require(int seen, int trials, double confidence) {
    if (trials < 1 || seen < 0 || seen > trials) {
      throw new IllegalArgumentException(
          "seen must be in [0, trials] and trials >= 1, were " + seen + " of " + trials);
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must be in (0, 1), was " + confidence);
    }
  }

  /** Where {@code falling} crosses 0 in [0, 1]. */
  private static double root(DoubleUnaryOperator falling) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (falling.applyAsDouble(middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** P(X ≤ k) of X ~ Binomial(n, p), each term from the logarithm of the one before. */
  private static double atMost(int k, int n, double p) {
    double odds = Math.log(p) - Math.log1p(-p);
    double term = n * Math.log1p(-p);
    double sum = Math.exp(term);
    for (int i = 1; i <= k; i++) {
      term += Math.log((double) (n - i + 1) / i) + odds;
      sum += Math.exp(term);
    }
    return sum;
  }
}
