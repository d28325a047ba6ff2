package com.aicashevolution.trainer.backtest;

/** Watches work in the background and may stop it. Thread-safe: fits report from their threads. */
public interface BacktestMonitor {

  /**
   * Reports how far the work is.
   *
   * @param fraction in [0, 1]
   * @param message for a person
   */
  void report(double fraction, String message);

  /** Whether the work shall stop. Asked often; must be cheap. */
  boolean cancelled();
}
