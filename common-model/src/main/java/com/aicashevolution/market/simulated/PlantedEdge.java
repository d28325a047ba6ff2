package com.aicashevolution.market.simulated;

import com.aicashevolution.model.LabelSpec;

/**
 * How predictable a simulated market is at a label, estimated by {@link ReachableAccuracy}. What a
 * model should be measured against on that market: more than {@code reachableAccuracy} is a leak,
 * no more than {@code volatilityAccuracy} is no knowledge of the direction.
 *
 * @param label the question
 * @param reachableAccuracy share of right answers of an observer who knows the simulation and sees
 *     the candles
 * @param standardError of {@code reachableAccuracy}, over blocks of consecutive bars
 * @param volatilityAccuracy the same for an observer who knows the volatility alone: HOLD is partly
 *     predictable from it, also on a random walk
 * @param directionalEdge {@code reachableAccuracy - volatilityAccuracy}
 * @param directionalEdgeError standard error of {@code directionalEdge}, both observers on the same
 *     bars
 * @param majorityShare share of the most frequent class
 * @param macroF1 of the observer's answers
 * @param shares of SELL, HOLD and BUY
 * @param bars measured
 */
public record PlantedEdge(
    LabelSpec label,
    double reachableAccuracy,
    double standardError,
    double volatilityAccuracy,
    double directionalEdge,
    double directionalEdgeError,
    double majorityShare,
    double macroF1,
    ClassShares shares,
    long bars) {

  /** How often each answer was the right one. */
  public record ClassShares(double sell, double hold, double buy) {

    double largest() {
      return Math.max(hold, Math.max(sell, buy));
    }

    double smallest() {
      return Math.min(hold, Math.min(sell, buy));
    }
  }
}
