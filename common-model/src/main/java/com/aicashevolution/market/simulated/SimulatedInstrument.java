package com.aicashevolution.market.simulated;

import com.aicashevolution.market.ReferencePrices;
import com.aicashevolution.market.Symbol;

/**
 * What is typical of a symbol.
 *
 * @param referencePrice where the path starts, quote currency per unit of base currency
 * @param hourlySigma long-run standard deviation of an hour's relative return at mean activity
 */
record SimulatedInstrument(Symbol symbol, double referencePrice, double hourlySigma) {

  static SimulatedInstrument of(Symbol symbol) {
    double price =
        ReferencePrices.of(symbol)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the simulated market does not know the price of "
                            + symbol
                            + "; it knows "
                            + ReferencePrices.known()));
    return new SimulatedInstrument(symbol, price, hourlySigma(symbol));
  }

  private static double hourlySigma(Symbol symbol) {
    return switch (symbol.category()) {
      case FX_MAJOR -> 0.0006;
      case FX_CROSS -> 0.0007;
      case METAL -> symbol.base().equals("XAG") ? 0.0022 : 0.0014;
      case CRYPTO -> 0.0035;
    };
  }

  /** The nearest price that can be quoted, at least one point. */
  double quote(double price) {
    double point = symbol.point();
    return Math.max(1, Math.rint(price / point)) * point;
  }
}
