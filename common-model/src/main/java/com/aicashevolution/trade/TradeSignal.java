package com.aicashevolution.trade;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.signal.SignalDecision;
import java.time.Instant;

/**
 * A decision at the close of a bar.
 *
 * @param asOf open time of the bar it was decided on, the newest the desk has seen of the symbol
 * @param atr average true range at that bar, price units
 */
public record TradeSignal(Symbol symbol, Instant asOf, SignalDecision decision, double atr) {

  public TradeSignal {
    if (!(atr > 0 && atr < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "atr of " + symbol + " must be a finite number > 0, was " + atr);
    }
  }
}
