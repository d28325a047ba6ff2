package com.aicashevolution.trainer.backtest.jobs;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code ml_backtest_jobs_total{result}} and {@code ml_backtest_duration_seconds}; every series
 * exists from the start. Thread-safe.
 */
public final class JobMeters {

  private final Map<JobStatus, Counter> ended;
  private final Timer duration;

  public JobMeters(MeterRegistry registry) {
    this.ended =
        Arrays.stream(JobStatus.values())
            .filter(JobStatus::isFinal)
            .collect(Collectors.toMap(Function.identity(), status -> counter(registry, status)));
    this.duration =
        Timer.builder("ml.backtest.duration")
            .description("Time from the start of a backtest or validation to its end")
            .register(registry);
  }

  private static Counter counter(MeterRegistry registry, JobStatus status) {
    return Counter.builder("ml.backtest.jobs")
        .description("Backtests and validations by how they ended")
        .tag("result", status.wireName())
        .register(registry);
  }

  void ended(JobStatus status) {
    Counter counter = ended.get(status);
    if (counter != null) {
      counter.increment();
    }
  }

  void took(Duration time) {
    duration.record(time);
  }
}
