package com.aicashevolution.trainer.backtest;

import com.aicashevolution.evaluation.TradingMetrics;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one stretch of a backtest.
 *
 * @param phase what the network knew of it; null for the whole
 * @param from open time of the first bar
 * @param to open time of the last bar
 * @param trades decided in it that have ended
 * @param account what it did to the account, open trades included
 * @param held what holding the symbols did to the same capital
 */
public record Section(
    @Nullable Phase phase, Instant from, Instant to, Trades trades, Account account, Held held) {

  /**
   * Trades.
   *
   * @param positions win rate, profit factor and expectancy of whole positions, in ATR of the usual
   *     one; {@code coverage} is not used and 1 where there are trades
   * @param expectancyPercent mean result of a trade, percent of the starting capital
   */
  public record Trades(
      TradingMetrics positions,
      double expectancyPercent,
      double meanBarsHeld,
      int targets,
      int stops,
      int horizons) {}

  /**
   * The account, in percent of the starting capital. Ratios are of the sums of UTC days.
   *
   * @param maxDrawdownPercent largest fall from a high, seen at every bar's close
   * @param sharpeAnnual {@code sharpePerDay · √252}
   * @param probabilisticSharpe confidence that the true ratio is above 0
   * @param deflatedSharpe confidence that it is above what the luckiest of {@code trials} worthless
   *     strategies would have shown
   * @param trials fits of the line in the ledger
   * @param minimumTrackRecordDays days until the ratio would be above 0 with 95 % confidence; null
   *     where it is not above 0
   * @param exposure share of bars at whose close a trade was open
   */
  public record Account(
      double returnPercent,
      double maxDrawdownPercent,
      int days,
      double sharpePerDay,
      double sharpeAnnual,
      double sortinoPerDay,
      double probabilisticSharpe,
      double deflatedSharpe,
      long trials,
      @Nullable Double minimumTrackRecordDays,
      double exposure,
      double meanOpenTrades) {}

  /** Buy and hold, the capital spread evenly over the symbols. */
  public record Held(double returnPercent, double maxDrawdownPercent) {}
}
