package com.aicashevolution.drift;

import com.aicashevolution.feature.FeatureMatrix;

/**
 * All that a check of one symbol needs: what it looked like, how far it may stray, and what its
 * volatility usually does. Immutable, thread-safe; plain lists and numbers inside.
 */
public record DriftReference(
    CheckPlan plan,
    ReferenceProfile profile,
    DriftThresholds thresholds,
    VolatilityWatch volatility) {

  public DriftReference {
    if (thresholds.windowBars() != plan.windowBars()) {
      throw new IllegalArgumentException(
          "thresholds must be for windows of "
              + plan.windowBars()
              + " bars, are for "
              + thresholds.windowBars());
    }
  }

  /**
   * Learns from the training part of one symbol.
   *
   * @param history the bars a model was trained on
   * @param probabilities what it answered out of fold, row-major {@code [history.rows(), 3]}, or
   *     empty: then predictions are not watched
   */
  public static DriftReference calibrate(
      FeatureMatrix history, float[] probabilities, CheckPlan plan) {
    Observations observed = new Observations(history.values(), probabilities, 0, history.rows());
    return new DriftReference(
        plan,
        ReferenceProfile.of(observed),
        DriftThresholds.calibrate(observed, plan),
        VolatilityWatch.fit(history.series(), plan));
  }

  /**
   * Checks the newest bars.
   *
   * @param recent at least a window of rows; its series at least {@link
   *     VolatilityWatch#WARM_UP_BARS} and a check long
   * @param probabilities as in {@link #calibrate}, one row per row of {@code recent}
   */
  public DriftVerdict check(FeatureMatrix recent, float[] probabilities) {
    Observations observed = new Observations(recent.values(), probabilities, 0, recent.rows());
    return new DriftVerdict(
        thresholds.judge(profile, observed),
        volatility.read(recent.series(), plan.barsBetweenChecks()));
  }
}
