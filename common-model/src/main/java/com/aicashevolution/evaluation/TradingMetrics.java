package com.aicashevolution.evaluation;

import com.aicashevolution.signal.Direction;
import java.util.List;

/**
 * What acting on the signals would have earned, net of spread, in units of the barrier's ATR.
 *
 * <p>Each signal is one trade of one unit from the next bar's open to the exit its label says;
 * trades may overlap. HOLD is no trade.
 *
 * @param trades signals acted on
 * @param winRate share of trades that ended above zero; 0 where there were none
 * @param profitFactor gross profit over gross loss; capped at 1e6, 0 where nothing was earned
 * @param expectancyAtr mean result of a trade, in ATR; 0 where there were none
 * @param coverage share of bars acted on; 0 where there were none
 */
public record TradingMetrics(
    int trades, double winRate, double profitFactor, double expectancyAtr, double coverage) {

  /** Cap of a profit factor without losses. */
  public static final double LARGEST_PROFIT_FACTOR = 1e6;

  /**
   * Judges decisions by what their trades brought.
   *
   * @param decisions what was signalled at each bar; HOLD where the policy abstained
   * @param resultsAtr what following each decision brought, {@code Label.resultAtr(decision)}; not
   *     looked at for HOLD
   */
  public static TradingMetrics of(List<Direction> decisions, double[] resultsAtr) {
    if (decisions.size() != resultsAtr.length) {
      throw new IllegalArgumentException(
          "each decision needs its result, were " + decisions.size() + " and " + resultsAtr.length);
    }
    int trades = 0;
    int wins = 0;
    double profit = 0;
    double loss = 0;
    for (int n = 0; n < decisions.size(); n++) {
      if (decisions.get(n) == Direction.HOLD) {
        continue;
      }
      double result = resultsAtr[n];
      if (!Double.isFinite(result)) {
        throw new IllegalArgumentException("result " + n + " must be finite, was " + result);
      }
      trades++;
      if (result > 0) {
        wins++;
        profit += result;
      } else {
        loss -= result;
      }
    }
    if (trades == 0) {
      return new TradingMetrics(0, 0, 0, 0, 0);
    }
    return new TradingMetrics(
        trades,
        (double) wins / trades,
        profitFactor(profit, loss),
        (profit - loss) / trades,
        (double) trades / decisions.size());
  }

  private static double profitFactor(double profit, double loss) {
    if (profit == 0) {
      return 0;
    }
    return Math.min(LARGEST_PROFIT_FACTOR, profit / loss);
  }
}
