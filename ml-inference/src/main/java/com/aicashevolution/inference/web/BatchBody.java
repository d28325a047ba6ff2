package com.aicashevolution.inference.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers to a batch, in the order of its requests.
 *
 * @param success whether every request was answered
 */
@Schema(name = "BatchPrediction")
record BatchBody(
    boolean success,
    int totalRequests,
    int successfulPredictions,
    int failedPredictions,
    List<PredictionBody> results,
    List<ItemError> errors) {

  /**
   * A request without an answer.
   *
   * @param index of the request in the batch
   * @param symbol as far as it could be read
   * @param error one sentence
   * @param type of the problem, as a single prediction would have told it
   * @param field that is wrong, where one is
   */
  record ItemError(
      int index,
      @Nullable String symbol,
      String error,
      String type,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object field) {}

  static BatchBody of(List<PredictionBody> results, List<ItemError> errors) {
    return new BatchBody(
        errors.isEmpty(),
        results.size() + errors.size(),
        results.size(),
        errors.size(),
        results,
        errors);
  }
}
