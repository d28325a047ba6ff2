/**
 * From a signal to a trade to a result, one bar after the other.
 *
 * <pre>
 * bar t closes ─► SignalDecision ─► TradeDesk.onSignals ─► Order (within the limits) or Declined
 * bar t+1      ─► TradeDesk.onBar ─► filled at the open ─► OpenTrade ─► stop, target, horizon ─► Trade
 * </pre>
 *
 * <p>The desk is handed one bar at a time and knows no later one, so it cannot look ahead. The
 * backtest drives it from stored candles and paper trading from live ones: the code that decides a
 * trade there is the code that decided it here. With the exits and costs of a {@link
 * com.aicashevolution.model.LabelSpec} a trade ends exactly as its label says.
 *
 * <p>Knows nothing of money: results are in ATR of the signal bar, net of costs, per unit.
 */
@NullMarked
package com.aicashevolution.trade;

import org.jspecify.annotations.NullMarked;
