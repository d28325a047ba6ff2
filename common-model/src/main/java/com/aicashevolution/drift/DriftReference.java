package com.aicashevolution.drift;

import com.aicashevolution.feature.FeatureMatrix;
import com.aicashevolution.indicator.IndicatorCalculator;

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
   * Learns from the bars of one symbol that a model was trained and judged on.
   *
   * @throws IllegalArgumentException if they are fewer than {@link CheckPlan#leastBars()}, or do
   *     not move
   */
  public static DriftReference calibrate(FeatureMatrix history, CheckPlan plan) {
    Observations observed = Observations.of(history);
    return new DriftReference(
        plan,
        ReferenceProfile.of(observed),
        DriftThresholds.calibrate(observed, plan),
        VolatilityWatch.fit(history.series(), plan));
  }

  /** Candles from whose newest a check can be made. */
  public int candlesToCheck() {
    int rows = Math.max(plan.windowBars(), VolatilityWatch.WARM_UP_BARS + plan.barsBetweenChecks());
    return IndicatorCalculator.LOOKBACK_BARS - 1 + rows;
  }

  /**
   * Checks the newest bars.
   *
   * @param recent at least a window of rows; its series at least {@link
   *     VolatilityWatch#WARM_UP_BARS} and a check long
   */
  public DriftVerdict check(FeatureMatrix recent) {
    return new DriftVerdict(
        thresholds.judge(profile, Observations.of(recent)),
        volatility.read(recent.series(), plan.barsBetweenChecks()));
  }
}
