package com.aicashevolution.trainer.dataset;

import com.aicashevolution.market.Symbol;

/** The candles of a run are not those it began with: somebody corrected or removed some since. */
public final class CandlesChangedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CandlesChangedException(Symbol symbol, String expected, String actual) {
    super(
        "the candles of "
            + symbol
            + " have changed since the run began: their fingerprint was "
            + expected
            + " and is "
            + actual);
  }
}
