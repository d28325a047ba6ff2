package com.aicashevolution.drift;

/** How two distributions are compared. */
public enum DriftStatistic {
  /** {@link PopulationStability}: mass that moved between bins. */
  POPULATION_STABILITY,
  /** {@link KolmogorovSmirnov}: the largest distance between the distribution functions. */
  KOLMOGOROV_SMIRNOV,
  /** {@link Wasserstein}: how far values moved, in deviations of the reference. */
  WASSERSTEIN
}
