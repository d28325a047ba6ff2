package com.aicashevolution.api.signals.web;

import com.aicashevolution.platform.journal.PredictionJournal;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows any answer that was ever given. */
@RestController
@Tag(name = "predictions")
class PredictionsController {

  private final PredictionJournal journal;

  PredictionsController(PredictionJournal journal) {
    this.journal = journal;
  }

  @GetMapping("/predictions/{id}")
  @Operation(
      summary = "The journal row of a prediction",
      description = "With include_window=true also the raw window the model was given.")
  JournalBody prediction(
      @PathVariable UUID id,
      @RequestParam(name = "include_window", defaultValue = "false") boolean includeWindow) {
    return journal
        .find(id)
        .map(entry -> JournalBody.of(entry, includeWindow))
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "There is no prediction " + id));
  }
}
