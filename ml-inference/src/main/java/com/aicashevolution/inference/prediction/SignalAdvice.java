package com.aicashevolution.inference.prediction;

import com.aicashevolution.signal.IndicatorWeights;
import com.aicashevolution.signal.Probabilities;
import com.aicashevolution.signal.SignalDecision;
import com.aicashevolution.signal.SignalPolicy;

/**
 * From probabilities to advice under the weights in force.
 *
 * @param weights how much each indicator is trusted at present
 * @param factor what that does to a confidence
 */
public record SignalAdvice(IndicatorWeights weights, double factor) {

  /** Advice under {@code weights}, which may multiply a confidence by at most {@code maxFactor}. */
  public static SignalAdvice under(IndicatorWeights weights, double maxFactor) {
    return new SignalAdvice(
        weights, weights.factor(IndicatorWeights.UNIFORM_IMPORTANCE, maxFactor));
  }

  SignalDecision on(Probabilities probabilities) {
    return SignalPolicy.decide(probabilities, factor);
  }
}
