package com.aicashevolution.trainer.metrics;

import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.platform.weights.WeightHistory;
import com.aicashevolution.trainer.drift.DriftReports;
import com.aicashevolution.trainer.runs.TrainingMeters;
import com.aicashevolution.trainer.runs.TrainingRunStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the trainer's metrics and keeps them fresh. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

  private static final long REFRESH_SECONDS = 15;

  @Bean
  TrainingMeters trainingMeters(MeterRegistry registry) {
    return new TrainingMeters(registry);
  }

  @Bean
  ModelGauges modelGauges(MeterRegistry meters, ModelRegistry registry, TrainingRunStore runs) {
    return new ModelGauges(meters, registry, runs);
  }

  @Bean
  DriftGauges driftGauges(MeterRegistry meters, DriftReports reports, Clock clock) {
    return new DriftGauges(meters, reports, clock);
  }

  @Bean
  WeightsGauges weightsGauges(MeterRegistry meters, WeightHistory history) {
    return new WeightsGauges(meters, history);
  }

  @Bean
  Refresh modelGaugesRefresh(ModelGauges gauges, DriftGauges drift, WeightsGauges weights) {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("model-gauges").factory());
    Runnable refresh =
        () -> {
          gauges.refresh();
          drift.refresh();
          weights.refresh();
        };
    var _ = timer.scheduleWithFixedDelay(refresh, 0, REFRESH_SECONDS, TimeUnit.SECONDS);
    return new Refresh(timer);
  }

  /** Ends with the context. Wrapped, lest Spring take the timer for its own scheduler. */
  record Refresh(ScheduledExecutorService timer) implements AutoCloseable {

    @Override
    public void close() {
      timer.shutdownNow();
    }
  }
}
