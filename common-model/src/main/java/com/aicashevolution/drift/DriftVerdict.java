package com.aicashevolution.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a check found: distributions of two weeks, and volatility of the last day.
 *
 * @param distribution of features and predictions
 * @param volatility of the bars since the last check
 */
public record DriftVerdict(DistributionVerdict distribution, VolatilityReading volatility) {

  /** Whether anything is beyond what the reference history shows. */
  public boolean drifted() {
    return distribution.drifted() || volatility.rose();
  }

  /** Why, with numbers; empty where nothing drifted. */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    if (volatility.rose()) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "volatility rose: evidence %.1f above %.1f",
              volatility.evidence(),
              volatility.limit()));
    }
    for (DistributionVerdict.Finding finding : distribution.exceeded()) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "%s drifted: %s %.3f above %.3f",
              finding.column(),
              finding.statistic().name().toLowerCase(Locale.ROOT),
              finding.value(),
              finding.bound()));
    }
    return List.copyOf(reasons);
  }
}
