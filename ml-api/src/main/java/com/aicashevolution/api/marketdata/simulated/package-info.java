/**
 * The simulated market as a source of candles: loads its history, continues it hour by hour, and
 * keeps beside it which market it is and how much of it can be predicted.
 *
 * <p>A database holds one simulated market at most, and never simulated and real candles of the
 * same symbol.
 */
@NullMarked
package com.aicashevolution.api.marketdata.simulated;

import org.jspecify.annotations.NullMarked;
