package com.aicashevolution.inference.prediction;

import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.inference.engine.Variant;
import com.aicashevolution.inference.window.WindowFinding;
import com.aicashevolution.signal.Probabilities;
import com.aicashevolution.signal.SignalDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * An answer that has its row.
 *
 * @param model the one version it is of
 * @param window what it was computed from
 * @param advice the weights it was decided under
 * @param createdAt when it was computed: earlier than the request where it is remembered
 * @param took time this request took
 * @param cacheHit whether the row is an earlier request's
 */
public record PredictionAnswer(
    UUID predictionId,
    PredictionRequest request,
    ServingModel model,
    Variant variant,
    WindowFinding.Found window,
    Probabilities probabilities,
    SignalDecision decision,
    SignalAdvice advice,
    Instant createdAt,
    Duration took,
    boolean cacheHit) {

  /** Whether anything behind the answer was simulated: the candles, or the model's training. */
  public boolean simulated() {
    return window.simulated() || model.manifest().simulated();
  }
}
