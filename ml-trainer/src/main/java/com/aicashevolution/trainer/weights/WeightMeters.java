package com.aicashevolution.trainer.weights;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * {@code ml_weights_optimizations_total{result}} and {@code ml_weights_optimization_duration};
 * every series exists from the start. Thread-safe.
 */
public final class WeightMeters {

  private final Map<String, Counter> ended = new HashMap<>();
  private final Timer duration;

  public WeightMeters(MeterRegistry meters) {
    for (String outcome : RevisionResult.outcomes()) {
      ended.put(
          outcome,
          Counter.builder("ml.weights.optimizations")
              .description("Searches for better indicator weights by how they ended")
              .tag("result", outcome)
              .register(meters));
    }
    this.duration =
        Timer.builder("ml.weights.optimization.duration")
            .description("Time of a search for better indicator weights")
            .register(meters);
  }

  RevisionResult timed(Supplier<RevisionResult> search) {
    String outcome = "failed";
    Timer.Sample sample = Timer.start();
    try {
      RevisionResult result = search.get();
      outcome = result.outcome();
      return result;
    } finally {
      sample.stop(duration);
      Objects.requireNonNull(ended.get(outcome)).increment();
    }
  }
}
