package com.aicashevolution.inference.web;

import com.aicashevolution.inference.engine.LoadResult;
import com.aicashevolution.inference.engine.Refusal;
import com.aicashevolution.inference.replay.Difference;
import com.aicashevolution.inference.replay.ReplayResult;
import com.aicashevolution.inference.replay.Replayer;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.platform.observability.LogField;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Proves an answer by giving it again. */
@RestController
@Tag(name = "predictions")
final class ReplayController {

  private static final Logger LOG = LoggerFactory.getLogger(ReplayController.class);

  private final JournalRows rows;
  private final Replayer replayer;

  ReplayController(JournalRows rows, Replayer replayer) {
    this.rows = rows;
    this.replayer = replayer;
  }

  @PostMapping("/predictions/{predictionId}/replay")
  @Operation(
      summary = "Recomputes a past answer from its row and artifact, and compares every bit",
      description =
          "Changes nothing. 409 not-replayable says why an answer cannot be given again: its row is"
              + " damaged, or its version's artifact is missing or cannot be trusted.")
  ReplayBody replay(@PathVariable UUID predictionId) {
    JournalEntry entry = rows.find(predictionId);
    LogField.PREDICTION_ID.note(predictionId);
    LogField.MODEL_VERSION.note(entry.modelVersion());
    ReplayResult result = replayer.replay(entry);
    return switch (result) {
      case ReplayResult.Identical same -> ReplayBody.of(entry, null);
      case ReplayResult.Different(JournalEntry row, Difference first) -> {
        LOG.error(
            "event=replay_different prediction_id={} detail=\"{}\"",
            predictionId,
            result.sentence());
        yield ReplayBody.of(entry, first);
      }
      case ReplayResult.Damaged damaged ->
          throw new ProblemException(problem(entry, result, "DAMAGED_ROW"));
      case ReplayResult.NoModel(JournalEntry row, LoadResult why) ->
          throw new ProblemException(
              switch (why) {
                case LoadResult.Refused(Refusal refusal) ->
                    problem(entry, result, refusal.reason().name());
                case LoadResult.Unknown unknown -> problem(entry, result, "UNKNOWN_VERSION");
                case LoadResult.Rejected rejected -> problem(entry, result, "REJECTED_VERSION");
                case LoadResult.Unreachable unreachable -> unavailable(result);
                case LoadResult.Loaded loaded -> unavailable(result);
              });
    };
  }

  private static Problem problem(JournalEntry entry, ReplayResult result, String reason) {
    return Problem.of(
            ProblemType.NOT_REPLAYABLE,
            "Prediction " + entry.predictionId() + " cannot be replayed: " + result.sentence())
        .with("reason", reason)
        .with("model_version", entry.modelVersion());
  }

  private static Problem unavailable(ReplayResult result) {
    return Problem.of(ProblemType.UNAVAILABLE, "Try again: " + result.sentence());
  }
}
