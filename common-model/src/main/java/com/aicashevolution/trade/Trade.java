package com.aicashevolution.trade;

import java.time.Instant;

/**
 * A trade that has ended.
 *
 * @param enteredAt open time of the bar it was filled in, at the open
 * @param entry mid price
 * @param exitedAt open time of the bar it ended in
 * @param exit mid price
 * @param barsHeld bars it lived through, entry and exit bar included
 * @param resultAtr net of costs, in ATR of the signal bar, of one unit
 */
public record Trade(
    Order order,
    Instant enteredAt,
    double entry,
    Instant exitedAt,
    double exit,
    ExitReason reason,
    int barsHeld,
    double resultAtr) {

  public Trade {
    if (!Double.isFinite(resultAtr)) {
      throw new IllegalArgumentException("resultAtr must be finite, was " + resultAtr);
    }
  }

  /** Of the whole position, in ATR of the usual one. */
  public double positionResultAtr() {
    return order.multiplier() * resultAtr;
  }
}
