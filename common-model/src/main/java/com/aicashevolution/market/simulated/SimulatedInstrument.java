package com.aicashevolution.market.simulated;

import com.aicashevolution.market.Symbol;
import java.util.Map;

/**
 * What is typical of a symbol.
 *
 * @param referencePrice where the path starts, quote currency per unit of base currency
 * @param hourlySigma long-run standard deviation of an hour's relative return at mean activity
 */
record SimulatedInstrument(Symbol symbol, double referencePrice, double hourlySigma) {

  /** Rounded prices of late 2025 in US dollars; crosses follow from them. */
  private static final Map<String, Double> DOLLARS =
      Map.ofEntries(
          Map.entry("USD", 1.0),
          Map.entry("EUR", 1.16),
          Map.entry("GBP", 1.32),
          Map.entry("JPY", 0.0066),
          Map.entry("CHF", 1.25),
          Map.entry("AUD", 0.65),
          Map.entry("CAD", 0.71),
          Map.entry("NZD", 0.57),
          Map.entry("SEK", 0.105),
          Map.entry("NOK", 0.099),
          Map.entry("XAU", 4000.0),
          Map.entry("XAG", 50.0),
          Map.entry("BTC", 95_000.0),
          Map.entry("ETH", 3_200.0));

  static SimulatedInstrument of(Symbol symbol) {
    return new SimulatedInstrument(
        symbol, dollars(symbol.base()) / dollars(symbol.quote()), hourlySigma(symbol));
  }

  private static double dollars(String currency) {
    Double value = DOLLARS.get(currency);
    if (value == null) {
      throw new IllegalArgumentException(
          "the simulated market does not know the currency "
              + currency
              + "; it knows "
              + DOLLARS.keySet().stream().sorted().toList());
    }
    return value;
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
