package com.aicashevolution.inference.web;

import com.aicashevolution.inference.explain.Explainer;
import com.aicashevolution.inference.prediction.PredictionAnswer;
import com.aicashevolution.inference.prediction.PredictionRequest;
import com.aicashevolution.inference.prediction.PredictionResult;
import com.aicashevolution.inference.prediction.Predictor;
import com.aicashevolution.platform.observability.LogField;
import com.aicashevolution.platform.observability.PredictionMetrics;
import com.aicashevolution.platform.observability.PredictionOutcome;
import com.aicashevolution.platform.observability.RequestId;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One question, one answer. */
@RestController
@Tag(name = "predictions")
final class PredictController {

  private final PredictBodyReader bodies;
  private final Predictor predictor;
  private final ResultProblems problems;
  private final PredictionMetrics metrics;
  private final Explainer explainer;

  PredictController(
      PredictBodyReader bodies,
      Predictor predictor,
      ResultProblems problems,
      PredictionMetrics metrics,
      Explainer explainer) {
    this.bodies = bodies;
    this.predictor = predictor;
    this.problems = problems;
    this.metrics = metrics;
    this.explainer = explainer;
  }

  @PostMapping("/predict")
  @Operation(summary = "Predicts a symbol's direction from stored candles and posted indicators")
  PredictionBody predict(@RequestBody PredictBody body, @AuthenticationPrincipal Caller caller) {
    RequestId requestId = RequestId.current().orElseThrow();
    PredictionRequest request =
        switch (bodies.read(body, caller, requestId)) {
          case PredictBodyReader.Reading.Legal(PredictionRequest legal) -> legal;
          case PredictBodyReader.Reading.Illegal illegal -> {
            metrics.record(body.symbol(), PredictionOutcome.INVALID, Duration.ZERO, false);
            throw new ProblemException(Problem.invalid(illegal.errors()));
          }
        };
    LogField.SYMBOL.note(request.symbol());
    PredictionResult result = predictor.predict(request);
    problems
        .of(request, result)
        .ifPresent(
            problem -> {
              throw new ProblemException(problem);
            });
    PredictionAnswer answer = ((PredictionResult.Predicted) result).answer();
    LogField.MODEL_VERSION.note(answer.model().version());
    LogField.PREDICTION_ID.note(answer.predictionId());
    PredictionBody answered = PredictionBody.of(answer);
    return body.wantsExplanation()
        ? answered.explained(
            explainer.explain(
                answer.predictionId(),
                answer.model(),
                answer.window().window(),
                answer.probabilities()))
        : answered;
  }
}
