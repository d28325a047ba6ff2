package com.aicashevolution.trainer.metrics;

import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.registry.LineState;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.trainer.runs.RunStatus;
import com.aicashevolution.trainer.runs.TrainingRun;
import com.aicashevolution.trainer.runs.TrainingRunStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code ml_model_accuracy{line,role}}, measured on the tail a version never saw, and {@code
 * ml_training_last_success_timestamp_seconds}; as of the last {@link #refresh()}, so that a scrape
 * does no I/O. Thread-safe.
 */
public final class ModelGauges {

  private static final Logger LOG = LoggerFactory.getLogger(ModelGauges.class);

  private final ModelRegistry registry;
  private final TrainingRunStore runs;
  private final MultiGauge accuracy;
  private volatile double lastSuccess = Double.NaN;

  public ModelGauges(MeterRegistry meters, ModelRegistry registry, TrainingRunStore runs) {
    this.registry = registry;
    this.runs = runs;
    this.accuracy =
        MultiGauge.builder("ml.model.accuracy")
            .description("Accuracy on the untouched tail when the version was judged")
            .register(meters);
    Gauge.builder("ml.training.last.success.timestamp", this, gauges -> gauges.lastSuccess)
        .description("When a run last ended with a version that passed the gate, epoch seconds")
        .baseUnit("seconds")
        .register(meters);
  }

  /** Reads registry and history; what cannot be read stays as it was. */
  public void refresh() {
    try {
      List<Row<?>> rows = new ArrayList<>();
      for (LineState line : registry.lines()) {
        row(line, "champion", line.champion()).ifPresent(rows::add);
        row(line, "challenger", line.challenger()).ifPresent(rows::add);
      }
      accuracy.register(rows, true);
      runs.newestWith(RunStatus.SUCCEEDED)
          .map(ModelGauges::endedAt)
          .ifPresent(at -> lastSuccess = at.getEpochSecond());
    } catch (RuntimeException e) {
      LOG.debug("event=model_gauges_not_refreshed error={}", e.toString());
    }
  }

  private Optional<Row<?>> row(LineState line, String role, @Nullable ModelVersion version) {
    return version == null
        ? Optional.empty()
        : registry
            .find(version)
            .map(
                model ->
                    Row.of(
                        Tags.of("line", line.line().name(), "role", role),
                        model.report().model().accuracy()));
  }

  private static Instant endedAt(TrainingRun run) {
    Instant finished = run.times().finishedAt();
    return finished == null ? run.times().queuedAt() : finished;
  }
}
