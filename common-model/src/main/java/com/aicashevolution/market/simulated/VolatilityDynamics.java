package com.aicashevolution.market.simulated;

/**
 * GARCH(1,1) (Bollerslev 1986) of the returns that were seen, around a long-run variance of 1:
 * {@code h' = (1 − α − β) + α·u + β·h}, u the squared return over its long-run mean. Because it is
 * driven by what was seen and not by the hidden innovation, anyone can follow it exactly.
 *
 * @param alpha reaction to the last hour
 * @param beta memory
 */
public record VolatilityDynamics(double alpha, double beta) {

  private static final double FLOOR = 0.2;
  private static final double CEILING = 6;

  public VolatilityDynamics {
    if (!(alpha >= 0 && beta >= 0 && alpha + beta < 1)) {
      throw new IllegalArgumentException(
          "alpha and beta must be >= 0 with a sum < 1, were " + alpha + " and " + beta);
    }
  }

  /** Variance of the next hour from that of this one and its squared return, both relative. */
  double next(double variance, double squaredReturn) {
    double next = 1 - alpha - beta + alpha * squaredReturn + beta * variance;
    return Math.clamp(next, FLOOR, CEILING);
  }
}
