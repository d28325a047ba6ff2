package com.aicashevolution.trainer.backtest;

import com.aicashevolution.attribution.IndicatorImportance;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.platform.weights.WeightHistory;
import com.aicashevolution.platform.weights.WeightsRecord;
import com.aicashevolution.signal.IndicatorWeights;

/** The weights a version would be served under now. Thread-safe. */
public final class WeightsInForce {

  private final WeightHistory history;
  private final double maxFactor;

  /**
   * Creates a look at them.
   *
   * @param maxFactor what a confidence may be multiplied by at most
   */
  public WeightsInForce(WeightHistory history, double maxFactor) {
    this.history = history;
    this.maxFactor = maxFactor;
  }

  Weighing of(ModelManifest manifest) {
    return history.active().stream()
        .filter(each -> each.line().equals(manifest.line()))
        .filter(each -> each.timeframe() == manifest.timeframe())
        .findFirst()
        .map(active -> weighing(manifest, active))
        .orElse(Weighing.NEUTRAL);
  }

  private Weighing weighing(ModelManifest manifest, WeightsRecord active) {
    IndicatorImportance attribution = manifest.attribution();
    return new Weighing(
        active.weights(),
        active
            .weights()
            .factor(
                attribution == null ? IndicatorWeights.UNIFORM_IMPORTANCE : attribution.inOrder(),
                maxFactor),
        active.createdAt());
  }
}
