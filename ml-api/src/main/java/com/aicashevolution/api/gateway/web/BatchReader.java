package com.aicashevolution.api.gateway.web;

import com.aicashevolution.api.gateway.PredictionRequest;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.web.UnreadableBody;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the requests of a batch one by one, so that one unreadable one spoils only itself. */
@Component
final class BatchReader {

  private final ObjectMapper json;

  BatchReader(ObjectMapper json) {
    this.json = json;
  }

  /** What could be read and what not, by place. */
  record Reading(Map<Integer, PredictionRequest> legal, Map<Integer, Problem> illegal) {}

  Reading read(JsonNode batch) {
    Map<Integer, PredictionRequest> legal = new LinkedHashMap<>();
    Map<Integer, Problem> illegal = new LinkedHashMap<>();
    for (int place = 0; place < batch.size(); place++) {
      JsonNode item = batch.get(place);
      if (!item.isObject()) {
        illegal.put(place, Problem.invalid("request", null, "must be an object"));
        continue;
      }
      try {
        legal.put(place, json.treeToValue(item, PredictionRequest.class));
      } catch (JsonProcessingException unreadable) {
        illegal.put(place, UnreadableBody.explain(unreadable));
      }
    }
    return new Reading(legal, illegal);
  }

  /** The symbol an item names, if it is one. */
  static @Nullable Symbol symbol(JsonNode item) {
    try {
      return item.path("symbol").isTextual() ? Symbol.of(item.path("symbol").asText()) : null;
    } catch (IllegalArgumentException noSymbol) {
      return null;
    }
  }
}
