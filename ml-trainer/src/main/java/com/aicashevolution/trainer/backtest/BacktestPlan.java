package com.aicashevolution.trainer.backtest;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.trade.TradeRules;
import com.aicashevolution.trainer.publishing.PublishedModel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A backtest with every default filled in.
 *
 * @param backtestId names it, also in the ledger of trials
 * @param symbols played together, on one account
 * @param from open time of the first bar played
 * @param to exclusive end
 * @param weighing by the indicator weights, the same over the whole period
 * @param retraining null where the published weights answer
 */
public record BacktestPlan(
    String backtestId,
    PublishedModel model,
    List<Symbol> symbols,
    Instant from,
    Instant to,
    TradeRules rules,
    Sizing sizing,
    Weighing weighing,
    @Nullable Retraining retraining) {

  public BacktestPlan {
    symbols = List.copyOf(symbols);
  }

  /**
   * A network is fitted anew every so many days, on what was known then.
   *
   * @param everyDays &ge; 1
   * @param recipe how
   */
  public record Retraining(int everyDays, FitRecipe recipe) {

    public Retraining {
      if (everyDays < 1) {
        throw new IllegalArgumentException("everyDays must be >= 1, was " + everyDays);
      }
    }
  }

  /** What the answering networks have seen of the period. */
  Seen seen() {
    return retraining == null ? Seen.by(model.manifest()) : Seen.NOTHING;
  }
}
