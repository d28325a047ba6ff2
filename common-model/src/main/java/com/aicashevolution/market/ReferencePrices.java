package com.aicashevolution.market;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Roughly what things cost: rounded prices of late 2025, crosses derived from them. Good enough to
 * tell a price from a price in points and euros from ounces of gold, and to start a simulation;
 * good for nothing finer.
 */
public final class ReferencePrices {

  private static final Map<String, Double> US_DOLLARS =
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

  /** Furthest a currency pair strays from its reference in decades, as a factor; metals more. */
  private static final double CURRENCY_RANGE = 3;

  private static final double METAL_RANGE = 16;
  private static final double CRYPTO_RANGE = 1_000;

  private ReferencePrices() {}

  /** Quote currency per unit of base currency; empty where one of the two is not known. */
  public static OptionalDouble of(Symbol symbol) {
    Double base = US_DOLLARS.get(symbol.base());
    Double quote = US_DOLLARS.get(symbol.quote());
    return base == null || quote == null ? OptionalDouble.empty() : OptionalDouble.of(base / quote);
  }

  /** Whether {@code price} can have been one of {@code symbol}; always where nothing is known. */
  public static boolean isPlausible(Symbol symbol, double price) {
    double range =
        switch (symbol.category()) {
          case FX_MAJOR, FX_CROSS -> CURRENCY_RANGE;
          case METAL -> METAL_RANGE;
          case CRYPTO -> CRYPTO_RANGE;
        };
    OptionalDouble reference = of(symbol);
    return reference.isEmpty()
        || (price < reference.getAsDouble() * range && price > reference.getAsDouble() / range);
  }

  /** Currencies, metals and coins with a reference price. */
  public static List<String> known() {
    return US_DOLLARS.keySet().stream().sorted().toList();
  }
}
