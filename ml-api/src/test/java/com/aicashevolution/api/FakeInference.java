package com.aicashevolution.api;

import com.aicashevolution.api.gateway.Inference;
import com.aicashevolution.api.gateway.PredictionRequest;
import com.aicashevolution.api.gateway.RoutedRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers every request with the version that was asked for, or fails as told. */
public final class FakeInference implements Inference {

  private final ObjectMapper json;
  private final List<JsonNode> received = new ArrayList<>();
  private @Nullable RuntimeException failure;
  private @Nullable String refusedSymbol;

  public FakeInference(ObjectMapper json) {
    this.json = json;
  }

  public void reset() {
    received.clear();
    failure = null;
    refusedSymbol = null;
  }

  public void failWith(RuntimeException exception) {
    failure = exception;
  }

  /** In batches {@code symbol} has not enough history. */
  public void refuse(String symbol) {
    refusedSymbol = symbol;
  }

  /** What arrived, as it goes over the wire. */
  public List<JsonNode> received() {
    return received;
  }

  @Override
  public JsonNode predict(RoutedRequest request) {
    if (failure != null) {
      throw failure;
    }
    JsonNode wire = json.valueToTree(request);
    received.add(wire);
    return answer(wire);
  }

  @Override
  public JsonNode echo(PredictionRequest request) {
    return json.valueToTree(request);
  }

  @Override
  public JsonNode predictAll(List<RoutedRequest> requests) {
    if (failure != null) {
      throw failure;
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode results = answer.putArray("results");
    ArrayNode errors = answer.putArray("errors");
    for (int i = 0; i < requests.size(); i++) {
      JsonNode wire = json.valueToTree(requests.get(i));
      received.add(wire);
      if (wire.path("symbol").asText().equals(refusedSymbol)) {
        errors
            .addObject()
            .put("index", i)
            .put("symbol", refusedSymbol)
            .put("error", "123 candles are stored, 419 are needed")
            .put("type", "urn:ml-trading:problem:not-enough-history");
      } else {
        results.add(answer(wire));
      }
    }
    return answer;
  }

  @Override
  public JsonNode replay(UUID predictionId) {
    if (failure != null) {
      throw failure;
    }
    return JsonNodeFactory.instance
        .objectNode()
        .put("prediction_id", predictionId.toString())
        .put("result", "identical");
  }

  @Override
  public JsonNode explanation(UUID predictionId) {
    if (failure != null) {
      throw failure;
    }
    return JsonNodeFactory.instance.objectNode().put("prediction_id", predictionId.toString());
  }

  private static ObjectNode answer(JsonNode wire) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("symbol", wire.path("symbol").asText());
    answer.put("model_version", wire.path("model_version").asText());
    answer.put("variant", wire.path("variant").asText());
    answer.put("cache_hit", true);
    answer.put("a_field_of_tomorrow", 1);
    return answer;
  }
}
