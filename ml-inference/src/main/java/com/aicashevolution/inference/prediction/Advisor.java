package com.aicashevolution.inference.prediction;

import com.aicashevolution.attribution.IndicatorImportance;
import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.weights.WeightsWatch;
import com.aicashevolution.platform.weights.WeightsWatch.InForce;
import com.aicashevolution.signal.IndicatorWeights;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows under which weights a version answers: those in force on its line, for what it itself uses.
 * A question asks once, so that its key, its row and its answer are of the same weights.
 * Thread-safe.
 */
public final class Advisor {

  private final WeightsWatch watch;
  private final double maxFactor;
  private volatile Epoch epoch;

  /** What follows from weights for as long as they are in force. */
  private record Epoch(InForce inForce, Map<ModelVersion, SignalAdvice> byVersion) {

    static Epoch of(InForce inForce) {
      return new Epoch(inForce, new ConcurrentHashMap<>());
    }
  }

  /**
   * Creates an advisor.
   *
   * @param maxFactor what a confidence may be multiplied by at most
   */
  public Advisor(WeightsWatch watch, double maxFactor) {
    this.watch = watch;
    this.maxFactor = maxFactor;
    this.epoch = Epoch.of(watch.inForce());
  }

  SignalAdvice adviceOf(ServingModel model, boolean includeWeights) {
    if (!includeWeights) {
      return SignalAdvice.NEUTRAL;
    }
    InForce inForce = watch.inForce();
    Epoch known = epoch;
    if (!known.inForce().equals(inForce)) {
      known = Epoch.of(inForce);
      epoch = known;
    }
    return known.byVersion().computeIfAbsent(model.version(), version -> compute(model, inForce));
  }

  private SignalAdvice compute(ServingModel model, InForce inForce) {
    IndicatorWeights weights = inForce.weights(model.line(), model.timeframe());
    if (weights.equals(IndicatorWeights.NEUTRAL)) {
      return SignalAdvice.NEUTRAL;
    }
    IndicatorImportance attribution = model.manifest().attribution();
    return SignalAdvice.under(
        weights,
        attribution == null ? IndicatorWeights.UNIFORM_IMPORTANCE : attribution.inOrder(),
        maxFactor);
  }
}
