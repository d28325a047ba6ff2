package com.aicashevolution.trainer.backtest;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.model.ModelVersion;
import org.jspecify.annotations.Nullable;

/** What came of a request. */
public sealed interface PlanResult {

  record Planned(BacktestPlan plan) implements PlanResult {}

  /**
   * A field is not what it must be.
   *
   * @param field its name on the wire
   * @param message what is wrong with it, beginning with "must"
   */
  record Invalid(String field, @Nullable Object value, String message) implements PlanResult {}

  /** There is no such version, or no champion; {@code why} is a sentence. */
  record UnknownModel(String why) implements PlanResult {}

  /** The version's files are not what was published. */
  record DamagedModel(ModelVersion version, String why) implements PlanResult {}

  /**
   * A symbol has too few candles for a single answer.
   *
   * @param available candles that open before the end of the period
   * @param required for one answer
   */
  record NotEnoughHistory(Symbol symbol, int available, int required) implements PlanResult {}
}
