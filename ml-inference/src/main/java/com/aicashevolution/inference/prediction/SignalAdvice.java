package com.aicashevolution.inference.prediction;

import com.aicashevolution.signal.IndicatorWeights;
import com.aicashevolution.signal.Probabilities;
import com.aicashevolution.signal.SignalDecision;
import com.aicashevolution.signal.SignalPolicy;
import java.util.List;

/**
 * From probabilities to advice under the weights that were in force when a question arrived.
 *
 * @param weights how much each indicator is trusted at present
 * @param factor what that does to a confidence
 */
public record SignalAdvice(IndicatorWeights weights, double factor) {

  /** Confidences as calibrated. */
  public static final SignalAdvice NEUTRAL =
      under(IndicatorWeights.NEUTRAL, IndicatorWeights.UNIFORM_IMPORTANCE, 1);

  /**
   * Advice under {@code weights}.
   *
   * @param importance of the indicators to the network that answers
   * @param maxFactor what a confidence may be multiplied by at most
   */
  static SignalAdvice under(IndicatorWeights weights, List<Double> importance, double maxFactor) {
    return new SignalAdvice(weights, weights.factor(importance, maxFactor));
  }

  /** Whether the weights are other than neutral. */
  public boolean weighs() {
    return !weights.version().equals(IndicatorWeights.NEUTRAL.version());
  }

  SignalDecision on(Probabilities probabilities) {
    return SignalPolicy.decide(probabilities, factor);
  }
}
