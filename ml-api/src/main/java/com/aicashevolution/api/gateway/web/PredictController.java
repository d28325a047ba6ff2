package com.aicashevolution.api.gateway.web;

import com.aicashevolution.api.gateway.PredictionRequest;
import com.aicashevolution.api.gateway.PredictionResult;
import com.aicashevolution.api.gateway.Predictions;
import com.aicashevolution.platform.observability.LogField;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.RelayedProblemException;
import com.aicashevolution.platform.security.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One prediction. */
@RestController
@Tag(name = "predictions")
class PredictController {

  private final Predictions predictions;
  private final PredictionRecorder recorder;

  PredictController(Predictions predictions, PredictionRecorder recorder) {
    this.predictions = predictions;
    this.recorder = recorder;
  }

  @PostMapping(path = "/predict", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Predict the next bars of one symbol",
      description =
          "From the stored candles alone, from the newest row of indicators (missing ones are"
              + " imputed and listed), or from a whole sequence of twenty rows.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The prediction",
              content = @Content(schema = @Schema(implementation = PredictionDocument.class))))
  JsonNode predict(@RequestBody PredictionRequest request, @AuthenticationPrincipal Caller caller) {
    long started = System.nanoTime();
    if (request.symbol() != null) {
      LogField.SYMBOL.note(request.symbol());
    }
    try {
      return switch (predictions.predict(request, StickyKey.of(caller))) {
        case PredictionResult.Predicted predicted -> {
          recorder.answered(request.symbol(), predicted.document(), started);
          note(predicted.document());
          yield predicted.document();
        }
        case PredictionResult.NotServing absent -> throw refuse(NotServingProblem.of(absent));
        case PredictionResult.Refused refused -> throw refuse(refused.problem());
      };
    } catch (ProblemException problem) {
      recorder.refused(request.symbol(), problem.problem().type(), started);
      throw problem;
    } catch (RelayedProblemException relayed) {
      recorder.refused(request.symbol(), relayed.type(), started);
      throw relayed;
    }
  }

  private static void note(JsonNode document) {
    LogField.MODEL_VERSION.note(document.path("model_version").asText());
    LogField.PREDICTION_ID.note(document.path("prediction_id").asText());
  }

  private static ProblemException refuse(Problem problem) {
    return new ProblemException(problem);
  }
}
