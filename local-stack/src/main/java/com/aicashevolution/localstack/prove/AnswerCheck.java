package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.artifact.Recomputation;
import com.aicashevolution.localstack.load.Answer;
import com.aicashevolution.localstack.stage.Stage;
import com.aicashevolution.signal.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Holds answers against their rows, and rows against the published files of the version they name:
 * an answer of two versions at once cannot pass all three. Not thread-safe.
 */
final class AnswerCheck {
  private final JournalRows journal;
  private final Stage stage;
  private final Map<String, Recomputation> recomputations = new HashMap<>();

  AnswerCheck(Stage stage) {
    this.journal = new JournalRows(stage.database());
    this.stage = stage;
  }

  /** Answers whose row does not exist or is of another version; a sentence each. */
  List<String> foreignRows(Collection<Answer> answers) {
    Map<UUID, String> versions =
        journal.versions(answers.stream().map(Answer::predictionId).distinct().toList());
    return answers.stream()
        .filter(answer -> !answer.modelVersion().equals(versions.get(answer.predictionId())))
        .map(
            answer ->
                "%s says %s, its row %s"
                    .formatted(
                        answer.predictionId(),
                        answer.modelVersion(),
                        versions.get(answer.predictionId())))
        .toList();
  }

  /** Answers that are not, to the bit, what their version makes of the window in their row. */
  List<String> notReproduced(Collection<Answer> answers) {
    List<String> wrong = new ArrayList<>();
    Map<UUID, JournalRows.Row> rows =
        journal.rows(answers.stream().map(Answer::predictionId).toList());
    for (Answer answer : answers) {
      JournalRows.Row row = rows.get(answer.predictionId());
      if (row == null) {
        wrong.add(answer.predictionId() + " has no row");
        continue;
      }
      float[] expected =
          recomputations
              .computeIfAbsent(answer.modelVersion(), stage.models()::recomputationOf)
              .probabilities(row.window());
      if (!Arrays.equals(expected, row.probabilities())) {
        wrong.add(
            "%s: %s makes %s of the row's window, the row has %s"
                .formatted(
                    answer.predictionId(),
                    answer.modelVersion(),
                    Arrays.toString(expected),
                    Arrays.toString(row.probabilities())));
      } else if (!says(answer, expected) || !answer.direction().equals(row.direction())) {
        wrong.add("%s says %s, its row %s".formatted(answer.predictionId(), answer, row));
      }
    }
    return wrong;
  }

  private static boolean says(Answer answer, float[] probabilities) {
    return answer.sell() == percent(probabilities[Direction.SELL.ordinal()])
        && answer.hold() == percent(probabilities[Direction.HOLD.ordinal()])
        && answer.buy() == percent(probabilities[Direction.BUY.ordinal()]);
  }

  private static double percent(float probability) {
    return Math.round(probability * 10_000.0) / 100.0;
  }
}
