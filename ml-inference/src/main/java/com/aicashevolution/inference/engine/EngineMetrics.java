package com.aicashevolution.inference.engine;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.SymbolCategory;
import com.aicashevolution.model.ModelLine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What Prometheus sees of the engine; every line that can exist has its series from the start. */
public final class EngineMetrics implements MeterBinder {

  private final ModelPool pool;
  private final OnDemandModels onDemand;
  private final List<Symbol> symbols;
  private final Clock clock;

  public EngineMetrics(ModelPool pool, OnDemandModels onDemand, List<Symbol> symbols, Clock clock) {
    this.pool = pool;
    this.onDemand = onDemand;
    this.symbols = symbols;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("ml.active.models", pool, p -> p.snapshot().models().size())
        .description("Versions in memory that serve a line as champion, challenger or previous")
        .register(meters);
    Gauge.builder("ml.ondemand.models", onDemand, OnDemandModels::size)
        .description("Versions in memory because somebody asked for them by name")
        .register(meters);
    Gauge.builder("ml.registry.reachable", pool, p -> p.registryReachable() ? 1 : 0)
        .description("Whether the model registry answered when it was last asked")
        .register(meters);
    Stream.concat(
            Stream.concat(
                Stream.of(ModelLine.GLOBAL),
                Arrays.stream(SymbolCategory.values()).map(ModelLine::of)),
            symbols.stream().map(ModelLine::of))
        .forEach(line -> bindAge(line, meters));
  }

  private void bindAge(ModelLine line, MeterRegistry meters) {
    TimeGauge.builder("ml.model.age", () -> ageSeconds(line), TimeUnit.SECONDS)
        .description("Time since the champion of a line was made; NaN where none serves")
        .tag("line", line.name())
        .register(meters);
  }

  private double ageSeconds(ModelLine line) {
    return pool.snapshot()
        .line(line)
        .map(ServingLine::champion)
        .map(champion -> Duration.between(champion.manifest().createdAt(), clock.instant()))
        .map(age -> age.toMillis() / 1_000.0)
        .orElse(Double.NaN);
  }
}
