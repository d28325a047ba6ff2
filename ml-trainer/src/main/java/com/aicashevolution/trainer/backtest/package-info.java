/**
 * What a published version's signals would have earned on stored candles.
 *
 * <pre>
 * CandleStore ─► SymbolTape (bars, features) ─► Answers ─► SignalPolicy ─► TradeDesk ─► trades
 *                                                  ▲                          │
 *        published weights, or a fit every N days ─┘                          ▼
 *                                             Seen ─► Section a phase ─► BacktestResult
 * </pre>
 *
 * <p>Answers come from the serving kernel with the version's own calibration, decisions from the
 * policy that serves, trades from the desk that paper trading uses. What the network was fitted on
 * is told apart from what came after; with a fit every N days nothing is in sample.
 *
 * <p>Knows nothing of queues, files or pictures.
 */
@NullMarked
package com.aicashevolution.trainer.backtest;

import org.jspecify.annotations.NullMarked;
