package com.aicashevolution.api.marketdata;

import com.aicashevolution.market.Symbol;

/**
 * The stored candles that are simulated. They are never mixed with real ones of the same symbol;
 * because they can always be made again, it is they that give way. Thread-safe.
 */
public interface SimulatedCandles {

  boolean exist(Symbol symbol);

  /** Deletes those of {@code symbol}, in every timeframe; returns how many there were. */
  long delete(Symbol symbol);
}
