package com.aicashevolution.api.gateway.web;

import com.aicashevolution.api.gateway.BatchPredictions.BatchResult;
import com.aicashevolution.api.gateway.PredictionResult;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemType;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A batch's answer on the wire.
 *
 * @param success whether all were answered
 * @param results in the order of the requests, each with its {@code index}
 */
record BatchBody(
    boolean success,
    int totalRequests,
    int successfulPredictions,
    int failedPredictions,
    @ArraySchema(schema = @Schema(implementation = PredictionDocument.class))
        List<JsonNode> results,
    List<ItemError> errors) {

  /**
   * Why one request was not answered.
   *
   * @param error a sentence
   * @param type of the problem a single request would have got
   */
  record ItemError(
      int index,
      @Nullable String symbol,
      String error,
      String type,
      @Nullable Object field,
      @JsonIgnore ProblemType problemType) {}

  static BatchBody of(JsonNode batch, BatchReader.Reading reading, BatchResult result) {
    Map<Integer, ItemError> errors = new TreeMap<>();
    reading.illegal().forEach((place, problem) -> errors.put(place, error(batch, place, problem)));
    result.refused().forEach((place, why) -> errors.put(place, error(batch, place, problem(why))));
    result.failed().forEach((place, error) -> errors.put(place, relayed(batch, place, error)));
    List<JsonNode> results =
        result.answered().entrySet().stream()
            .<JsonNode>map(
                entry ->
                    entry.getValue() instanceof ObjectNode document
                        ? document.put("index", entry.getKey())
                        : entry.getValue())
            .toList();
    return new BatchBody(
        errors.isEmpty(),
        batch.size(),
        results.size(),
        errors.size(),
        results,
        List.copyOf(errors.values()));
  }

  private static Problem problem(PredictionResult refused) {
    return switch (refused) {
      case PredictionResult.NotServing absent -> NotServingProblem.of(absent);
      case PredictionResult.Refused why -> why.problem();
      case PredictionResult.Predicted predicted ->
          throw new IllegalStateException("an answer is not a refusal");
    };
  }

  private static ItemError error(JsonNode batch, int place, Problem problem) {
    return new ItemError(
        place,
        symbolText(batch, place),
        problem.detail(),
        problem.type().uri(),
        problem.members().get("field"),
        problem.type());
  }

  private static ItemError relayed(JsonNode batch, int place, JsonNode error) {
    ProblemType type =
        ProblemType.ofUri(error.path("type").asText()).orElse(ProblemType.UPSTREAM_FAILED);
    return new ItemError(
        place,
        symbolText(batch, place),
        error.path("error").asText("not answered"),
        type.uri(),
        error.hasNonNull("field") ? error.get("field").asText() : null,
        type);
  }

  private static @Nullable String symbolText(JsonNode batch, int place) {
    JsonNode symbol = batch.path(place).path("symbol");
    return symbol.isTextual() ? symbol.asText() : null;
  }
}
