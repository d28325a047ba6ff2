package com.aicashevolution.trade;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.signal.Direction;
import java.time.Instant;

/**
 * A trade that waits for the next bar's open.
 *
 * @param side BUY or SELL
 * @param asOf open time of the bar it was decided on
 * @param atr at that bar, price units: the unit of every distance and result of the trade
 * @param multiplier size in units of the usual position
 * @param confidencePercent of the signal
 */
public record Order(
    Symbol symbol,
    Direction side,
    Instant asOf,
    double atr,
    double multiplier,
    double confidencePercent) {

  public Order {
    if (side == Direction.HOLD) {
      throw new IllegalArgumentException("side must be BUY or SELL, was HOLD");
    }
    if (!(multiplier > 0)) {
      throw new IllegalArgumentException("multiplier must be > 0, was " + multiplier);
    }
  }

  static Order of(TradeSignal signal) {
    return new Order(
        signal.symbol(),
        signal.decision().direction(),
        signal.asOf(),
        signal.atr(),
        signal.decision().positionMultiplier(),
        signal.decision().confidencePercent());
  }

  boolean holds(String currency) {
    return symbol.base().equals(currency) || symbol.quote().equals(currency);
  }
}
