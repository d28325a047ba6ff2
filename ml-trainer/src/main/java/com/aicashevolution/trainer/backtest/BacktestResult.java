package com.aicashevolution.trainer.backtest;

import com.aicashevolution.trade.Trade;
import java.util.List;

/**
 * Everything that came of a backtest.
 *
 * @param trades in the order in which they ended
 */
public record BacktestResult(
    BacktestSummary summary, List<Trade> trades, EquityCurve curve, Seen seen) {

  public BacktestResult {
    trades = List.copyOf(trades);
  }
}
