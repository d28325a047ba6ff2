package com.aicashevolution.trainer.backtest.report;

import com.aicashevolution.trade.Order;
import com.aicashevolution.trade.Trade;
import com.aicashevolution.trainer.backtest.BacktestResult;
import com.aicashevolution.trainer.backtest.BacktestSummary.Setting;
import com.aicashevolution.trainer.backtest.Sizing;
import java.util.Locale;

/** One line a trade, in the order in which they ended; no value needs a quote. */
final class TradesCsv {

  private static final String HEADING =
      "symbol,side,signal_bar,entered_at,entry,exited_at,exit,reason,bars_held,confidence_percent,"
          + "multiplier,atr,result_atr,position_result_atr,result_percent,phase\n";

  private TradesCsv() {}

  static String of(BacktestResult result) {
    Setting setting = result.summary().setting();
    Sizing sizing = new Sizing(setting.riskPercent());
    StringBuilder text = new StringBuilder(HEADING);
    for (Trade trade : result.trades()) {
      Order order = trade.order();
      text.append(
          String.format(
              Locale.ROOT,
              "%s,%s,%s,%s,%s,%s,%s,%s,%d,%.2f,%.1f,%s,%.6f,%.6f,%.6f,%s\n",
              order.symbol(),
              order.side(),
              order.asOf(),
              trade.enteredAt(),
              trade.entry(),
              trade.exitedAt(),
              trade.exit(),
              trade.reason(),
              trade.barsHeld(),
              order.confidencePercent(),
              order.multiplier(),
              order.atr(),
              trade.resultAtr(),
              trade.positionResultAtr(),
              sizing.percent(trade.positionResultAtr(), setting.rules().exits()),
              result.seen().of(order.asOf()).wireName()));
    }
    return text.toString();
  }
}
