/**
 * A market for people without data or token: hourly candles with sessions, weekends, spreads,
 * clustered volatility and a planted predictability whose size is known.
 *
 * <pre>
 *   hidden regime  UP ⇄ RANGE ⇄ DOWN      (Markov chain; drift in trends, reversal in ranges)
 *        │
 *        ▼                         visible: open high low close volume spread
 *   return in units of σ ──► price path of 12 steps per hour ──► candle
 *        ▲                                                        │
 *        └──── σ = session activity × GARCH(1,1) of what was seen ┘
 * </pre>
 *
 * <p>It is a pure function of seed, symbol and time. It is not a model of any real market, and a
 * result on it says nothing about one: it answers whether the machine finds what is there to be
 * found ({@link com.aicashevolution.market.simulated.ReachableAccuracy}) and, on the random walk,
 * whether it stays silent where there is nothing.
 */
@NullMarked
package com.aicashevolution.market.simulated;

import org.jspecify.annotations.NullMarked;
