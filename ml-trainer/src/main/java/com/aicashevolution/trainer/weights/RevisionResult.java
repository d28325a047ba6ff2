package com.aicashevolution.trainer.weights;

import com.aicashevolution.platform.weights.WeightsRecord;
import java.util.List;

/** What came of a wish for better weights. */
public sealed interface RevisionResult {

  /** They are in force. */
  record Stored(WeightsRecord weights) implements RevisionResult {}

  /** Nothing changed: the best that was found is not better beyond doubt. */
  record NotBetter(OptimizationResult.NotBetter found) implements RevisionResult {}

  /** Nothing changed: there is too little to learn from. */
  record TooFew(String why) implements RevisionResult {}

  /** Nothing changed: rows of the file cannot be used. */
  record BadTrades(List<BadRow> errors) implements RevisionResult {

    public BadTrades {
      errors = List.copyOf(errors);
    }
  }

  /** Nothing changed: somebody else changed the weights in between. */
  record Overtaken() implements RevisionResult {}

  /** Nothing was done: another search is under way here. */
  record Busy() implements RevisionResult {}

  /**
   * A row that cannot be used.
   *
   * @param line number in the file, the header being 1
   */
  record BadRow(int line, String message) {}

  /** Value of the metric's label. */
  default String outcome() {
    return switch (this) {
      case Stored _ -> "stored";
      case NotBetter _ -> "not_better";
      case TooFew _ -> "too_few";
      case BadTrades _ -> "bad_trades";
      case Overtaken _ -> "overtaken";
      case Busy _ -> "busy";
    };
  }

  /** Every value {@link #outcome()} has, and {@code failed} for a search that broke. */
  static List<String> outcomes() {
    return List.of("stored", "not_better", "too_few", "bad_trades", "overtaken", "busy", "failed");
  }
}
