package com.aicashevolution.inference.replay;

import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.inference.engine.LoadResult;
import com.aicashevolution.inference.engine.ModelResolver;
import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.signal.Probabilities;
import com.aicashevolution.signal.SignalDecision;
import com.aicashevolution.signal.SignalPolicy;
import java.util.List;
import java.util.Optional;

/** Gives the answer of a journal row again. Thread-safe. */
public final class Replayer {

  private final ModelResolver models;

  public Replayer(ModelResolver models) {
    this.models = models;
  }

  /** What is compared of every row, in this order. */
  public static List<String> comparedFields() {
    return RowComparison.FIELDS;
  }

  /** Computes the answer anew, by the version that gave it, and compares. */
  public ReplayResult replay(JournalEntry entry) {
    return switch (models.find(entry.modelVersion())) {
      case LoadResult.Loaded(ServingModel model) -> replay(entry, model);
      case LoadResult other -> new ReplayResult.NoModel(entry, other);
    };
  }

  private static ReplayResult replay(JournalEntry entry, ServingModel model) {
    RowComparison comparison;
    try {
      FeatureWindow window = new FeatureWindow(entry.window(), entry.asOf(), false);
      Probabilities probabilities = model.predict(window);
      SignalDecision decision = SignalPolicy.decide(probabilities, entry.weightFactor());
      comparison = new RowComparison(entry, model, probabilities, decision);
    } catch (IllegalArgumentException impossible) {
      // no answer was ever given from such a window or with such a factor
      return new ReplayResult.Damaged(
          entry.predictionId(), String.valueOf(impossible.getMessage()));
    }
    Optional<Difference> first = comparison.firstDifference();
    return first.isPresent()
        ? new ReplayResult.Different(entry, first.get())
        : new ReplayResult.Identical(entry);
  }
}
