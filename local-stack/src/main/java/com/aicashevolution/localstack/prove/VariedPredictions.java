package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.client.ApiClient;
import com.aicashevolution.localstack.terminal.Progress;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Asks for predictions of every symbol with indicators that differ from question to question, so
 * that each is computed and none remembered.
 */
final class VariedPredictions {
  private static final int BATCH = 256;

  private final ApiClient api;
  private final Random random;

  VariedPredictions(ApiClient api, long seed) {
    this.api = api;
    this.random = new Random(seed);
  }

  /** Ids of {@code count} new answers. */
  List<String> make(int count, Progress progress) {
    List<String> symbols = new ArrayList<>();
    api.get("/signals").path("signals").forEach(row -> symbols.add(row.path("symbol").asText()));
    List<String> ids = new ArrayList<>();
    while (ids.size() < count) {
      int size = Math.min(BATCH, count - ids.size());
      ArrayNode batch = JsonNodeFactory.instance.arrayNode();
      for (int i = 0; i < size; i++) {
        batch.add(question(symbols.get((ids.size() + i) % symbols.size())));
      }
      JsonNode answer = api.post("/batch-predict", batch);
      if (answer.path("failed_predictions").asInt() > 0) {
        throw new StackFailure(
            "A prediction failed: " + answer.at("/errors/0/error").asText("without a reason"));
      }
      for (JsonNode result : answer.path("results")) {
        if (!result.path("cache_hit").asBoolean()) {
          ids.add(result.path("prediction_id").asText());
        }
      }
      progress.update(ids.size(), "");
    }
    return ids;
  }

  private ObjectNode question(String symbol) {
    ObjectNode question = JsonNodeFactory.instance.objectNode();
    question.put("symbol", symbol);
    question
        .putObject("indicators")
        .put("rsi_value", 100 * random.nextDouble())
        .put("adx_value", 100 * random.nextDouble())
        .put("stoch_k", 100 * random.nextDouble())
        .put("cci_value", 100 * random.nextGaussian());
    return question;
  }
}
