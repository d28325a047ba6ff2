package com.aicashevolution.trainer.runs;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code ml_training_runs_total{result}} and {@code ml_training_duration_seconds}; every series
 * exists from the start. Thread-safe.
 */
public final class TrainingMeters {

  private final Map<RunStatus, Counter> ended;
  private final Timer duration;

  public TrainingMeters(MeterRegistry registry) {
    this.ended =
        Arrays.stream(RunStatus.values())
            .filter(RunStatus::isFinal)
            .collect(Collectors.toMap(Function.identity(), status -> counter(registry, status)));
    this.duration =
        Timer.builder("ml.training.duration")
            .description("Time from the start of a run to its end, whatever it was")
            .register(registry);
  }

  private static Counter counter(MeterRegistry registry, RunStatus status) {
    return Counter.builder("ml.training.runs")
        .description("Training runs by how they ended")
        .tag("result", status.wireName())
        .register(registry);
  }

  void ended(RunStatus status) {
    Counter counter = ended.get(status);
    if (counter != null) {
      counter.increment();
    }
  }

  void took(Duration time) {
    duration.record(time);
  }
}
