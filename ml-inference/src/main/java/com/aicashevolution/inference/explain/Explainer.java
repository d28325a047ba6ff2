package com.aicashevolution.inference.explain;

import com.aicashevolution.attribution.Attribution;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.inference.engine.LoadResult;
import com.aicashevolution.inference.engine.ModelResolver;
import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Explains answers, a few at a time: whoever finds no place within {@code patience} is told so, and
 * predictions keep the processor. Thread-safe.
 */
public final class Explainer {

  private final ModelResolver models;
  private final int atOnce;
  private final Duration patience;
  private final Semaphore places;

  public Explainer(ModelResolver models, int atOnce, Duration patience) {
    if (atOnce < 1) {
      throw new IllegalArgumentException("atOnce must be >= 1, was " + atOnce);
    }
    this.models = models;
    this.atOnce = atOnce;
    this.patience = patience;
    this.places = new Semaphore(atOnce, true);
  }

  /** Explains a past answer by its row. */
  public ExplanationResult explain(JournalEntry entry) {
    FeatureWindow window;
    try {
      window = new FeatureWindow(entry.window(), entry.asOf(), false);
    } catch (IllegalArgumentException damaged) {
      return new ExplanationResult.NotTheAnswer(String.valueOf(damaged.getMessage()));
    }
    return switch (models.find(entry.modelVersion())) {
      case LoadResult.Loaded(ServingModel model) ->
          explain(entry.predictionId(), model, window, entry.probabilities());
      case LoadResult other -> new ExplanationResult.NoModel(entry.modelVersion(), other);
    };
  }

  /** Explains the answer {@code given} by {@code model} to {@code window}. */
  public ExplanationResult explain(
      UUID predictionId, ServingModel model, FeatureWindow window, Probabilities given) {
    if (model.backgroundWindows() == 0) {
      return new ExplanationResult.NoBackground(model.version());
    }
    if (!findsAPlace()) {
      return new ExplanationResult.Busy(atOnce);
    }
    long started = System.nanoTime();
    Optional<Attribution> attribution;
    try {
      attribution = model.explain(window, seed(predictionId));
    } finally {
      places.release();
    }
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    return attribution
        .map(values -> explained(predictionId, model, values, given, took))
        .orElseGet(() -> new ExplanationResult.NoBackground(model.version()));
  }

  private static ExplanationResult explained(
      UUID predictionId,
      ServingModel model,
      Attribution attribution,
      Probabilities given,
      Duration took) {
    for (Direction direction : Direction.values()) {
      float answer = (float) attribution.answer()[direction.ordinal()];
      if (Float.floatToRawIntBits(answer) != Float.floatToRawIntBits(given.of(direction))) {
        return new ExplanationResult.NotTheAnswer(
            "the probability of %s was %s and comes out as %s"
                .formatted(direction, given.of(direction), answer));
      }
    }
    return new ExplanationResult.Explained(
        new Explanation(
            predictionId, model.version(), attribution, model.backgroundWindows(), took));
  }

  /** The same id, the same orders: an explanation can be given again to the bit. */
  private static long seed(UUID predictionId) {
    return predictionId.getMostSignificantBits()
        ^ Long.rotateLeft(predictionId.getLeastSignificantBits(), 32);
  }

  private boolean findsAPlace() {
    try {
      return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException shutdown) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
