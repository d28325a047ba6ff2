package com.aicashevolution.localstack.prove;

import com.aicashevolution.market.Symbol;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** What a measurement asks, as JSON; the symbols take turns. */
final class Questions {
  private static final int DIFFERENT_VALUES = 40_000;

  private Questions() {}

  /** Each of its own: a posted indicator makes it so that no cache has the answer. */
  static LongFunction<String> uncached(List<Symbol> symbols) {
    return number ->
        String.format(
            Locale.ROOT,
            "{\"symbol\":\"%s\",\"include_weights\":false,\"indicators\":{\"rsi_value\":%.4f}}",
            symbols.get((int) (number % symbols.size())).code(),
            30 + (number * 7_919 % DIFFERENT_VALUES) / 1_000.0);
  }

  /** From stored candles alone, the same again and again. */
  static LongFunction<String> cached(List<Symbol> symbols) {
    return number -> stored(symbols.get((int) (number % symbols.size())));
  }

  /** Batches of {@code size} such questions. */
  static LongFunction<String> cachedBatches(List<Symbol> symbols, int size) {
    String batch =
        java.util.stream.IntStream.range(0, size)
            .mapToObj(i -> stored(symbols.get(i % symbols.size())))
            .collect(Collectors.joining(",", "[", "]"));
    return _ -> batch;
  }

  private static String stored(Symbol symbol) {
    return "{\"symbol\":\"" + symbol.code() + "\",\"include_weights\":false}";
  }
}
