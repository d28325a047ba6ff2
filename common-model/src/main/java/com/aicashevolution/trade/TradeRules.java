package com.aicashevolution.trade;

import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Recommendation;
import com.aicashevolution.signal.SignalDecision;

/**
 * Which signals become trades, how these end, what they pay, and how many there may be.
 *
 * @param minConfidencePercent a signal below it is not acted on; AVOID and HOLD never are
 */
public record TradeRules(
    double minConfidencePercent, Exits exits, Costs costs, PositionLimits limits) {

  public TradeRules {
    if (!(minConfidencePercent >= 0 && minConfidencePercent <= 100)) {
      throw new IllegalArgumentException(
          "minConfidencePercent must be in [0, 100], was " + minConfidencePercent);
    }
  }

  /** Every acted-on signal a trade that ends and costs as its label says. */
  public static TradeRules ofLabels(LabelSpec label) {
    return new TradeRules(0, Exits.of(label), Costs.OF_LABELS, PositionLimits.NONE);
  }

  /** Whether {@code decision} is to be followed, if there is room. */
  public boolean actsOn(SignalDecision decision) {
    return decision.direction() != Direction.HOLD
        && decision.recommendation() != Recommendation.AVOID
        && decision.confidencePercent() >= minConfidencePercent;
  }
}
