package com.aicashevolution.inference.web;

import com.aicashevolution.inference.explain.Explainer;
import com.aicashevolution.inference.explain.Explanation;
import com.aicashevolution.inference.explain.ExplanationResult;
import com.aicashevolution.platform.observability.LogField;
import com.aicashevolution.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows why an answer was what it was. */
@RestController
@Tag(name = "predictions")
final class ExplanationController {

  private final JournalRows rows;
  private final Explainer explainer;

  ExplanationController(JournalRows rows, Explainer explainer) {
    this.rows = rows;
    this.explainer = explainer;
  }

  @GetMapping("/predictions/{predictionId}/explanation")
  @Operation(
      summary = "Shapley values of the seventeen indicators for a past answer",
      description =
          "The same row gives the same bits. 409 not-explainable says why an answer cannot be"
              + " explained, 429 that too many explanations are under way.")
  ExplanationBody explain(@PathVariable UUID predictionId) {
    LogField.PREDICTION_ID.note(predictionId);
    ExplanationResult result = explainer.explain(rows.find(predictionId));
    ExplanationProblems.of(result)
        .ifPresent(
            problem -> {
              throw new ProblemException(problem);
            });
    Explanation explanation = ((ExplanationResult.Explained) result).explanation();
    LogField.MODEL_VERSION.note(explanation.modelVersion());
    return ExplanationBody.of(explanation);
  }
}
