package com.aicashevolution.trainer.backtest;

/** How a backtest ended, where nothing broke. */
public sealed interface BacktestOutcome {

  record Finished(BacktestResult result) implements BacktestOutcome {}

  /**
   * There was nothing to play.
   *
   * @param why a complete sentence with its numbers
   */
  record Impossible(String why) implements BacktestOutcome {}

  /** Somebody asked it to stop. */
  record Cancelled() implements BacktestOutcome {}
}
