package com.aicashevolution.trainer.metrics;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.weights.WeightHistory;
import com.aicashevolution.platform.weights.WeightsRecord;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indicator weights in force, {@code line} and {@code timeframe} being their tags: {@code
 * ml_weights_created_timestamp_seconds}, which is the instant their version is named by, and {@code
 * ml_weights_improvement_score}. Of the global line from the start; NaN where weights are neutral.
 * As of the last {@link #refresh()}. Thread-safe.
 */
public final class WeightsGauges {

  private static final Logger LOG = LoggerFactory.getLogger(WeightsGauges.class);

  private final WeightHistory history;
  private final MultiGauge created;
  private final MultiGauge improvement;

  public WeightsGauges(MeterRegistry meters, WeightHistory history) {
    this.history = history;
    this.created =
        MultiGauge.builder("ml.weights.created.timestamp.seconds")
            .description("When the weights in force were found, epoch seconds")
            .register(meters);
    this.improvement =
        MultiGauge.builder("ml.weights.improvement.score")
            .description("What a decision brought more under them, out of sample, when found")
            .register(meters);
    show(List.of());
  }

  /** Reads the history; what cannot be read stays as it was. */
  public void refresh() {
    try {
      show(history.active());
    } catch (RuntimeException e) {
      LOG.debug("event=weights_gauges_not_refreshed error={}", e.toString());
    }
  }

  private void show(List<WeightsRecord> active) {
    created.register(rows(active, weights -> weights.createdAt().getEpochSecond()), true);
    improvement.register(rows(active, weights -> weights.origin().improvement().score()), true);
  }

  private static List<Row<?>> rows(
      List<WeightsRecord> active, ToDoubleFunction<WeightsRecord> value) {
    List<Row<?>> rows = new ArrayList<>();
    if (active.stream().noneMatch(weights -> weights.line().equals(ModelLine.GLOBAL))) {
      rows.add(Row.of(tags(ModelLine.GLOBAL, Timeframe.H1), Double.NaN));
    }
    for (WeightsRecord weights : active) {
      rows.add(Row.of(tags(weights.line(), weights.timeframe()), value.applyAsDouble(weights)));
    }
    return rows;
  }

  private static Tags tags(ModelLine line, Timeframe timeframe) {
    return Tags.of("line", line.name(), "timeframe", timeframe.name());
  }
}
