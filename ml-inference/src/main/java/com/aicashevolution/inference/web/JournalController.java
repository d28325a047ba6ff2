package com.aicashevolution.inference.web;

import com.aicashevolution.inference.journal.FailoverJournal;
import com.aicashevolution.platform.journal.PredictionJournal;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows what was answered. */
@RestController
@Tag(name = "predictions")
final class JournalController {

  private final PredictionJournal journal;

  JournalController(@Qualifier(FailoverJournal.NAME) PredictionJournal journal) {
    this.journal = journal;
  }

  @GetMapping("/predictions/{predictionId}")
  @Operation(summary = "The journal's row of one prediction")
  JournalledBody find(@PathVariable UUID predictionId) {
    return journal
        .find(predictionId)
        .map(JournalledBody::of)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND, "There is no prediction " + predictionId));
  }
}
