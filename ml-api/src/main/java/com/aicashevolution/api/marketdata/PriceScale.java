package com.aicashevolution.api.marketdata;

import com.aicashevolution.market.ReferencePrices;
import com.aicashevolution.market.Symbol;
import java.util.List;
import java.util.OptionalDouble;

/** What one unit of a file's prices is worth: some systems export points instead of prices. */
final class PriceScale {

  private PriceScale() {}

  /** Whether the file's prices can be those of the symbol. */
  sealed interface Outcome {

    record Found(double scale, List<String> remarks) implements Outcome {}

    record Refused(String sentence) implements Outcome {}
  }

  /**
   * The scale of a file of {@code symbol}.
   *
   * @param prices some of the file, at least one
   * @param said by the person who imports; believed, with a remark where it is implausible
   */
  static Outcome find(Symbol symbol, List<Double> prices, OptionalDouble said) {
    double median = prices.stream().sorted().toList().get(prices.size() / 2);
    if (said.isPresent()) {
      double price = median * said.getAsDouble();
      return new Outcome.Found(
          said.getAsDouble(),
          ReferencePrices.isPlausible(symbol, price)
              ? List.of()
              : List.of("wrong point scale? " + about(symbol, price)));
    }
    for (double scale : new double[] {1, symbol.point()}) {
      if (ReferencePrices.isPlausible(symbol, median * scale)) {
        return new Outcome.Found(
            scale, scale == 1 ? List.of() : List.of("prices are in points of " + symbol.point()));
      }
    }
    return new Outcome.Refused(
        about(symbol, median)
            + ", and not in points of "
            + symbol.point()
            + " either: is it another symbol? If not, say --point-scale");
  }

  private static String about(Symbol symbol, double price) {
    OptionalDouble reference = ReferencePrices.of(symbol);
    return "prices about %.6g are no prices of %s".formatted(price, symbol)
        + (reference.isPresent() ? " (about %.5g)".formatted(reference.getAsDouble()) : "");
  }
}
