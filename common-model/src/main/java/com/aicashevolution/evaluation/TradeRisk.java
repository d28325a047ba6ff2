package com.aicashevolution.evaluation;

/**
 * How unevenly trades earned what {@link TradingMetrics} says they earned; net of spread, in the
 * unit of the results.
 *
 * @param maxDrawdown largest fall of the running sum of results from its highest point so far, the
 *     start included; &ge; 0
 * @param sortino mean over downside deviation {@code √(mean(min(0, r)²))}, target 0 (Sortino, van
 *     der Meer 1991); capped at ±{@value TradingMetrics#LARGEST_PROFIT_FACTOR}, 0 without results
 * @param sharpe of the results, per result
 */
public record TradeRisk(double maxDrawdown, double sortino, SharpeRatio sharpe) {

  /**
   * Of results in the order the trades ended.
   *
   * @param results net result of each trade, or of each day where trades overlap; may be empty
   * @throws IllegalArgumentException naming the result that is not finite
   */
  public static TradeRisk of(double[] results) {
    double sum = 0;
    double peak = 0;
    double drawdown = 0;
    double downside = 0;
    for (int i = 0; i < results.length; i++) {
      double result = results[i];
      if (!Double.isFinite(result)) {
        throw new IllegalArgumentException("result " + i + " must be finite, was " + result);
      }
      sum += result;
      peak = Math.max(peak, sum);
      drawdown = Math.max(drawdown, peak - sum);
      downside += Math.min(0, result) * Math.min(0, result);
    }
    return new TradeRisk(drawdown, sortino(sum, downside, results.length), SharpeRatio.of(results));
  }

  private static double sortino(double sum, double downside, int n) {
    if (sum == 0) {
      return 0;
    }
    double limit = TradingMetrics.LARGEST_PROFIT_FACTOR;
    return Math.clamp(sum / n / Math.sqrt(downside / n), -limit, limit);
  }
}
