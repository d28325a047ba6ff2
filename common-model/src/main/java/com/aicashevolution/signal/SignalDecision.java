package com.aicashevolution.signal;

/**
 * What the policy made of a prediction.
 *
 * @param direction the most probable one
 * @param confidencePercent in [0, 100] with two decimals, the weight factor applied
 * @param recommendation what to do
 * @param positionMultiplier size of the position in units of the trader's usual one; 0 for HOLD
 * @param riskLevel the risk of acting
 */
public record SignalDecision(
    Direction direction,
    double confidencePercent,
    Recommendation recommendation,
    double positionMultiplier,
    RiskLevel riskLevel) {

  /** What somebody does who follows it: nothing, that is HOLD, where it says AVOID. */
  public Direction acted() {
    return recommendation == Recommendation.AVOID ? Direction.HOLD : direction;
  }
}
