package com.aicashevolution.trainer.metrics;

import com.aicashevolution.model.ModelLine;
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
 * {@code ml_model_accuracy{line,role}}, measured on the tail a version never saw (of the global
 * line from the start, NaN where it has none), and {@code
 * ml_training_last_success_timestamp_seconds}; as of the last {@link #refresh()}, so that a scrape
 * does no I/O. Thread-safe.
 */
public final class ModelGauges {

  private static final Logger LOG = LoggerFactory.getLogger(ModelGauges.class);

  private static final String CHAMPION = "champion";
  private static final String CHALLENGER = "challenger";

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
    accuracy.register(rowsOf(List.of()));
    Gauge.builder("ml.training.last.success.timestamp", this, gauges -> gauges.lastSuccess)
        .description("When a run last ended with a version that passed the gate, epoch seconds")
        .baseUnit("seconds")
        .register(meters);
  }

  /** Reads registry and history; what cannot be read stays as it was. */
  public void refresh() {
    try {
      accuracy.register(rowsOf(registry.lines()), true);
      runs.newestWith(RunStatus.SUCCEEDED)
          .map(ModelGauges::endedAt)
          .ifPresent(at -> lastSuccess = at.getEpochSecond());
    } catch (RuntimeException e) {
      LOG.debug("event=model_gauges_not_refreshed error={}", e.toString());
    }
  }

  private List<Row<?>> rowsOf(List<LineState> lines) {
    List<Row<?>> rows = new ArrayList<>();
    if (lines.stream().noneMatch(line -> line.line().equals(ModelLine.GLOBAL))) {
      rows.add(row(ModelLine.GLOBAL, CHAMPION, null));
      rows.add(row(ModelLine.GLOBAL, CHALLENGER, null));
    }
    for (LineState line : lines) {
      rows.add(row(line.line(), CHAMPION, line.champion()));
      rows.add(row(line.line(), CHALLENGER, line.challenger()));
    }
    return rows;
  }

  private Row<?> row(ModelLine line, String role, @Nullable ModelVersion version) {
    double value =
        Optional.ofNullable(version)
            .flatMap(registry::find)
            .map(model -> model.report().model().accuracy())
            .orElse(Double.NaN);
    return Row.of(Tags.of("line", line.name(), "role", role), value);
  }

  private static Instant endedAt(TrainingRun run) {
    Instant finished = run.times().finishedAt();
    return finished == null ? run.times().queuedAt() : finished;
  }
}
