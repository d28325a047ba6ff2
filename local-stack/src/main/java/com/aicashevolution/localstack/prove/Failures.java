package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.load.Exchange;
import java.util.List;

/** What went wrong, for the sceptic. */
final class Failures {
  private static final int SHOWN = 3;
  private static final int MOST_CHARACTERS = 200;

  private Failures() {}

  /** Some of the failures, a line each; empty when there are none. */
  static String describe(List<Exchange> exchanges) {
    StringBuilder lines = new StringBuilder();
    exchanges.stream()
        .filter(Exchange::failed)
        .map(exchange -> String.valueOf(exchange.failure()))
        .map(text -> text.substring(0, Math.min(text.length(), MOST_CHARACTERS)))
        .distinct()
        .limit(SHOWN)
        .forEach(text -> lines.append("\n  failed: ").append(text));
    return lines.toString();
  }
}
