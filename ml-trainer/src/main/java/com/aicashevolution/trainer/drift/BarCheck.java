package com.aicashevolution.trainer.drift;

import com.aicashevolution.drift.DistributionVerdict.Finding;
import com.aicashevolution.drift.DriftReference;
import com.aicashevolution.drift.DriftVerdict;
import com.aicashevolution.drift.VolatilityReading;
import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.market.CandleSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Compares the newest bars of a symbol with those of its reference. Thread-safe. */
final class BarCheck {

  private final FeaturePipeline pipeline;

  BarCheck(FeaturePipeline pipeline) {
    this.pipeline = pipeline;
  }

  /**
   * Measures.
   *
   * @param recent as many candles as {@link DriftReference#candlesToCheck()}
   */
  List<Measurement> measure(DriftReference reference, CandleSeries recent) {
    DriftVerdict verdict = reference.check(pipeline.matrix(recent));
    VolatilityReading volatility = verdict.volatility();
    List<Measurement> measurements = new ArrayList<>();
    measurements.add(
        new Measurement("volatility", "cumulative_sum", volatility.evidence(), volatility.limit()));
    measurements.addAll(worthTelling(verdict.distribution().findings()));
    return measurements;
  }

  /** All beyond their bounds, or else the one closest to it. */
  static List<Measurement> worthTelling(List<Finding> findings) {
    List<Measurement> all =
        findings.stream()
            .map(
                finding ->
                    new Measurement(
                        finding.column(),
                        finding.statistic().name().toLowerCase(Locale.ROOT),
                        finding.value(),
                        finding.bound()))
            .sorted(Comparator.comparingDouble(Measurement::ratio).reversed())
            .toList();
    List<Measurement> exceeded = all.stream().filter(Measurement::exceeded).toList();
    return exceeded.isEmpty() ? all.subList(0, 1) : exceeded;
  }
}
