package com.aicashevolution.trainer.backtest.report;

import com.aicashevolution.trainer.backtest.BacktestResult;
import java.io.IOException;

/** Paints equity and drawdown. Thread-safe. */
@FunctionalInterface
public interface EquityPainter {

  /**
   * A picture of {@code result}.
   *
   * @return PNG
   * @throws IOException if this machine cannot paint, for want of fonts say
   */
  byte[] paint(BacktestResult result) throws IOException;
}
