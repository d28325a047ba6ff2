package com.aicashevolution.inference.web;

import com.aicashevolution.platform.journal.DamagedRowException;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.platform.journal.PredictionJournal;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import java.util.Optional;
import java.util.UUID;

/** Finds the row that a path names, in Postgres or still in the spool. */
public final class JournalRows {

  private final PredictionJournal journal;

  JournalRows(PredictionJournal journal) {
    this.journal = journal;
  }

  /** The row, or else the problem that there is none or that it is damaged. */
  public JournalEntry find(UUID predictionId) {
    return read(predictionId)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(ProblemType.NOT_FOUND, "There is no prediction " + predictionId)
                        .with("field", "prediction_id")
                        .with("value", predictionId)));
  }

  private Optional<JournalEntry> read(UUID predictionId) {
    try {
      return journal.find(predictionId);
    } catch (DamagedRowException damaged) {
      throw damaged(predictionId, damaged.why(), damaged);
    }
  }

  /** The problem that the row holds what nobody ever wrote there; {@code why} names the value. */
  public static ProblemException damaged(UUID predictionId, String why, Throwable cause) {
    return new ProblemException(
        Problem.of(
                ProblemType.NOT_REPLAYABLE,
                "The row of prediction " + predictionId + " is damaged: " + why)
            .with("reason", "DAMAGED_ROW"),
        cause);
  }
}
