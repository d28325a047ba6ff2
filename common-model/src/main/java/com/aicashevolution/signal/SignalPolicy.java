package com.aicashevolution.signal;

/**
 * Turns calibrated probabilities into advice. All bounds are inclusive:
 *
 * <pre>
 * confidence %   recommendation   multiplier     risk
 *      ≥ 85      STRONG_x         2.0            LOW
 *      ≥ 80      STRONG_x         1.5            LOW
 *      ≥ 75      x                1.5            MEDIUM
 *      ≥ 70      x                1.0            MEDIUM
 *      ≥ 65      WEAK_x           1.0            HIGH
 *      ≥ 60      WEAK_x           0.5            HIGH
 *      below     AVOID            0.5            HIGH
 *      HOLD      HOLD             0              LOW     at any confidence
 * </pre>
 *
 * <p>{@code confidence = min(100, 100 · p · weightFactor)}, rounded half up to two decimals before
 * it is compared, so that the number people see is the number that decided.
 */
public final class SignalPolicy {

  private SignalPolicy() {}

  /**
   * Decides what to advise.
   *
   * @param weightFactor factor on the confidence, from {@link IndicatorWeights}; &gt; 0
   */
  public static SignalDecision decide(Probabilities probabilities, double weightFactor) {
    if (!(weightFactor > 0 && weightFactor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "weightFactor must be a finite number > 0, was " + weightFactor);
    }
    Direction direction = probabilities.mostProbable();
    double confidence = percent(probabilities.of(direction) * weightFactor);
    return new SignalDecision(
        direction,
        confidence,
        recommendation(direction, confidence),
        positionMultiplier(direction, confidence),
        riskLevel(direction, confidence));
  }

  /** A share as a percentage with two decimals, at most 100. */
  private static double percent(double share) {
    return Math.min(100, Math.round(share * 10_000) / 100.0);
  }

  private static Recommendation recommendation(Direction direction, double confidence) {
    return switch (direction) {
      case HOLD -> Recommendation.HOLD;
      case BUY ->
          confidence >= 80
              ? Recommendation.STRONG_BUY
              : confidence >= 70
                  ? Recommendation.BUY
                  : confidence >= 60 ? Recommendation.WEAK_BUY : Recommendation.AVOID;
      case SELL ->
          confidence >= 80
              ? Recommendation.STRONG_SELL
              : confidence >= 70
                  ? Recommendation.SELL
                  : confidence >= 60 ? Recommendation.WEAK_SELL : Recommendation.AVOID;
    };
  }

  /** Size of the position in units of the usual one. */
  public static double positionMultiplier(Direction direction, double confidence) {
    if (direction == Direction.HOLD) {
      return 0;
    }
    if (confidence >= 85) {
      return 2.0;
    }
    if (confidence >= 75) {
      return 1.5;
    }
    return confidence >= 65 ? 1.0 : 0.5;
  }

  /** The risk of acting. */
  public static RiskLevel riskLevel(Direction direction, double confidence) {
    if (direction == Direction.HOLD || confidence >= 80) {
      return RiskLevel.LOW;
    }
    return confidence >= 70 ? RiskLevel.MEDIUM : RiskLevel.HIGH;
  }
}
