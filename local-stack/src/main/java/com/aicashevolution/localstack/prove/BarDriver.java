package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.stage.Stage;
import com.aicashevolution.market.Symbol;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets bars close, symbol by symbol, and notes from when on ml-inference answers from each. Not
 * thread-safe, but for {@link #newest}.
 */
final class BarDriver {
  private final Stage stage;
  private final List<Symbol> symbols;
  private final Map<String, Assignments> newest = new HashMap<>();

  BarDriver(Stage stage) {
    this.stage = stage;
    this.symbols = stage.market().symbols();
    Map<String, String> now = newestBars();
    symbols.forEach(
        symbol -> newest.put(symbol.code(), new Assignments(now.getOrDefault(symbol.code(), ""))));
  }

  /** The bars that may be answered from, by symbol. */
  Assignments newest(String symbol) {
    Assignments assignments = newest.get(symbol);
    if (assignments == null) {
      throw new IllegalArgumentException("nobody asked for " + symbol);
    }
    return assignments;
  }

  /** Closes the next bar of every symbol; returns when all are answered from it. */
  void closeBar() {
    Map<String, String> wanted = new HashMap<>();
    for (Symbol symbol : symbols) {
      Instant opens = stage.market().nextBar(symbol);
      wanted.put(symbol.code(), opens.toString());
      newest(symbol.code()).wished(opens.toString(), System.nanoTime());
      stage.market().closeBar(symbol);
    }
    stage.market().endBar();
    Stage.await(
        "ml-inference to answer from the bars that closed", () -> newestBars().equals(wanted));
    long seen = System.nanoTime();
    wanted.forEach((symbol, opens) -> newest(symbol).confirmed(opens, seen));
  }

  /** What ml-inference answers from now. */
  private Map<String, String> newestBars() {
    ArrayNode batch = JsonNodeFactory.instance.arrayNode();
    symbols.forEach(symbol -> batch.addObject().put("symbol", symbol.code()));
    Map<String, String> bars = new HashMap<>();
    for (JsonNode answer : stage.inference().post("/batch-predict", batch).path("results")) {
      bars.put(answer.path("symbol").asText(), answer.path("features").path("as_of").asText());
    }
    return bars;
  }
}
