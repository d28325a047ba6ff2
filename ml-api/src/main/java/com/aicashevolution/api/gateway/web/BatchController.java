package com.aicashevolution.api.gateway.web;

import com.aicashevolution.api.gateway.BatchPredictions;
import com.aicashevolution.api.gateway.BatchPredictions.BatchResult;
import com.aicashevolution.api.gateway.PredictionRequest;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.security.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Many predictions at once. */
@RestController
@Tag(name = "predictions")
class BatchController {

  /** Most predictions one call may ask for. */
  static final int MAX_REQUESTS = 256;

  private final BatchPredictions predictions;
  private final BatchReader reader;
  private final PredictionRecorder recorder;

  BatchController(BatchPredictions predictions, BatchReader reader, PredictionRecorder recorder) {
    this.predictions = predictions;
    this.reader = reader;
    this.recorder = recorder;
  }

  @PostMapping("/batch-predict")
  @Operation(
      summary = "Predict many symbols",
      description =
          "Takes an array of at most 256 requests. What is wrong with one of them is listed under"
              + " errors with its index; the others are answered.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      array =
                          @ArraySchema(
                              schema = @Schema(implementation = PredictionRequest.class)))))
  BatchBody predictAll(@RequestBody JsonNode body, @AuthenticationPrincipal Caller caller) {
    if (!body.isArray()) {
      throw ProblemException.invalid("body", null, "must be an array of requests");
    }
    if (body.isEmpty() || body.size() > MAX_REQUESTS) {
      throw ProblemException.invalid(
          "body", null, "must have 1 to " + MAX_REQUESTS + " requests, had " + body.size());
    }
    long started = System.nanoTime();
    BatchReader.Reading reading = reader.read(body);
    BatchResult result = predictions.predictAll(reading.legal(), StickyKey.of(caller));
    BatchBody answer = BatchBody.of(body, reading, result);
    record(body, answer, started);
    return answer;
  }

  private void record(JsonNode body, BatchBody answer, long started) {
    answer
        .results()
        .forEach(result -> recorder.answered(BatchReader.symbol(result), result, started));
    answer
        .errors()
        .forEach(
            error ->
                recorder.refused(
                    BatchReader.symbol(body.path(error.index())), error.problemType(), started));
  }
}
