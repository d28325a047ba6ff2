package com.aicashevolution.trainer.metrics;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.trainer.drift.DriftReport;
import com.aicashevolution.trainer.drift.DriftReports;
import com.aicashevolution.trainer.drift.DriftState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the newest report of each line says, {@code line} and {@code timeframe} being its tags; of
 * the global line from the start, NaN where it has none. As of the last {@link #refresh()}.
 * Thread-safe.
 */
public final class DriftGauges {

  private static final Logger LOG = LoggerFactory.getLogger(DriftGauges.class);
  private static final double MILLIS = 1000;

  private final DriftReports reports;
  private final Clock clock;
  private final List<Shown> shown;

  public DriftGauges(MeterRegistry meters, DriftReports reports, Clock clock) {
    this.reports = reports;
    this.clock = clock;
    this.shown =
        List.of(
            shown(
                meters,
                "ml.drift.worst.ratio",
                "Largest share of a drift threshold that is used up; above 1 a symbol drifted",
                DriftReport::worstRatio),
            shown(
                meters,
                "ml.drift.detected",
                "1 where the line has drifted",
                report -> report.state() == DriftState.DRIFTED ? 1 : 0),
            shown(
                meters,
                "ml.drift.symbols",
                "Symbols of the line that have drifted",
                DriftReport::symbolsDrifted),
            shown(
                meters,
                "ml.drift.check.age.seconds",
                "Time since the line was last checked for drift",
                this::ageSeconds));
    show(List.of());
  }

  private record Shown(MultiGauge gauge, ToDoubleFunction<DriftReport> value) {}

  private static Shown shown(
      MeterRegistry meters, String name, String about, ToDoubleFunction<DriftReport> value) {
    return new Shown(MultiGauge.builder(name).description(about).register(meters), value);
  }

  /** Reads the reports; what cannot be read stays as it was. */
  public void refresh() {
    try {
      show(reports.latest());
    } catch (RuntimeException e) {
      LOG.debug("event=drift_gauges_not_refreshed error={}", e.toString());
    }
  }

  private void show(List<DriftReport> latest) {
    for (Shown each : shown) {
      List<Row<?>> rows = new ArrayList<>();
      if (latest.stream().noneMatch(report -> report.line().equals(ModelLine.GLOBAL))) {
        rows.add(Row.of(tags(ModelLine.GLOBAL, Timeframe.H1), Double.NaN));
      }
      for (DriftReport report : latest) {
        Tags tags = tags(report.line(), report.timeframe());
        rows.add(Row.of(tags, each.value().applyAsDouble(report)));
      }
      each.gauge().register(rows, true);
    }
  }

  private static Tags tags(ModelLine line, Timeframe timeframe) {
    return Tags.of("line", line.name(), "timeframe", timeframe.name());
  }

  private double ageSeconds(DriftReport report) {
    return Duration.between(report.checkedAt(), clock.instant()).toMillis() / MILLIS;
  }
}
