package com.aicashevolution.platform.weights;

import com.aicashevolution.evaluation.Interval;
import java.time.Instant;

/**
 * How weights did, on decisions later than all they were fitted on, against those they would
 * replace.
 *
 * @param profit difference in profit per decision to trade, in the unit of the results (ATR for
 *     predictions) times the position's size
 * @param expectancy difference in profit per unit of position: trading less is no improvement alone
 * @param against version of the weights in force when it was measured
 * @param fitted decisions the weights were fitted on
 * @param judged decisions they were judged on
 * @param actedAgainst of those, acted on under the weights in force
 * @param acted of those, acted on under the new weights
 * @param from the oldest decision
 * @param split the oldest decision that was judged
 * @param to the newest decision
 */
public record Improvement(
    Interval profit,
    Interval expectancy,
    String against,
    int fitted,
    int judged,
    int actedAgainst,
    int acted,
    Instant from,
    Instant split,
    Instant to) {

  /** The figure weights are ranked by: what a decision brought more, on average. */
  public double score() {
    return profit.value();
  }
}
