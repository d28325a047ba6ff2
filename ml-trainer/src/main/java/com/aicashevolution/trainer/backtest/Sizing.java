package com.aicashevolution.trainer.backtest;

import com.aicashevolution.trade.Exits;

/**
 * From ATR to money: a trade of multiplier 1 that is stopped without costs loses {@code
 * riskPercent} of the starting capital. So every symbol risks the same whatever its price, currency
 * and volatility, and results add up without an exchange rate. Nothing is compounded.
 *
 * @param riskPercent in (0, 10]
 */
public record Sizing(double riskPercent) {

  public Sizing {
    if (!(riskPercent > 0 && riskPercent <= 10)) {
      throw new IllegalArgumentException("riskPercent must be in (0, 10], was " + riskPercent);
    }
  }

  /** Percent of the starting capital. */
  public double percent(double positionResultAtr, Exits exits) {
    return riskPercent * positionResultAtr / exits.stopAtr();
  }
}
