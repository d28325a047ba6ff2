package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.client.ApiClient;
import com.aicashevolution.localstack.client.Refused;
import com.aicashevolution.localstack.terminal.Table;
import com.aicashevolution.localstack.terminal.Terminal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** The latest signal of every symbol, marked SIMULATED where it is. */
final class SignalTable {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

  private final ApiClient api;
  private final Terminal terminal;

  SignalTable(ApiClient api, Terminal terminal) {
    this.api = api;
    this.terminal = terminal;
  }

  /**
   * Asks for a prediction of every symbol, so that there is a signal of each.
   *
   * @param patience how long to wait for a model that was published just now to be loaded
   */
  void predictAll(Duration patience) {
    ArrayNode requests = JsonNodeFactory.instance.arrayNode();
    for (JsonNode signal : api.get("/signals").path("signals")) {
      requests.addObject().put("symbol", signal.path("symbol").asText());
    }
    if (requests.isEmpty()) {
      return;
    }
    long deadline = System.nanoTime() + patience.toNanos();
    JsonNode answer = ask(requests, deadline);
    while (answer.path("successful_predictions").asInt() == 0 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      answer = ask(requests, deadline);
    }
    terminal.line(
        "Predicted %d of %d symbols"
            .formatted(
                answer.path("successful_predictions").asInt(),
                answer.path("total_requests").asInt()));
    if (answer.path("errors").size() > 0) {
      JsonNode first = answer.path("errors").get(0);
      terminal.line(
          "  first refusal: %s: %s"
              .formatted(first.path("symbol").asText(), first.path("error").asText()));
    }
  }

  /** The first questions after a start may find a service too cold to answer in time. */
  private JsonNode ask(ArrayNode requests, long deadline) {
    try {
      return api.post("/batch-predict", requests);
    } catch (Refused refused) {
      if (refused.status() < 500 || System.nanoTime() >= deadline) {
        throw refused;
      }
      return JsonNodeFactory.instance.objectNode();
    }
  }

  void print() {
    Table table =
        new Table("symbol", "signal", "confidence", "advice", "risk", "as of", "model", "");
    int rows = 0;
    for (JsonNode signal : api.get("/signals").path("signals")) {
      JsonNode prediction = signal.has("prediction") ? signal.path("prediction") : signal;
      if (prediction.path("direction").isMissingNode() || prediction.path("direction").isNull()) {
        continue;
      }
      table.row(
          signal.path("symbol").asText(),
          prediction.path("direction").asText(),
          String.format(Locale.ROOT, "%.2f %%", prediction.path("confidence").asDouble()),
          prediction.path("recommendation").asText(),
          prediction.path("risk_level").asText(),
          asOf(signal),
          signal.path("model_version").asText(),
          signal.path("simulated").asBoolean() ? "SIMULATED" : "");
      rows++;
    }
    if (rows == 0) {
      terminal.line("No signals yet: no model serves. ./ml models says why.");
    } else {
      terminal.line(table.toString());
    }
  }

  private static String asOf(JsonNode signal) {
    String time = signal.path("as_of").asText(signal.path("features").path("as_of").asText());
    return time.length() >= 16 ? time.substring(0, 16).replace('T', ' ') : time;
  }
}
