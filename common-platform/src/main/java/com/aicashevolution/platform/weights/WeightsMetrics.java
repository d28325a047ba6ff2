package com.aicashevolution.platform.weights;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.SymbolCategory;
import com.aicashevolution.model.ModelLine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How old the weights in force are; every line that can have some has its series from the start.
 */
public final class WeightsMetrics implements MeterBinder {

  private final WeightsWatch watch;
  private final List<Symbol> symbols;
  private final Clock clock;

  public WeightsMetrics(WeightsWatch watch, List<Symbol> symbols, Clock clock) {
    this.watch = watch;
    this.symbols = symbols;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("ml.weights.reachable", watch, w -> w.isLost() ? 0 : 1)
        .description("Whether the weights in force could be read when they were last looked at")
        .register(meters);
    Stream.of(
            Stream.of(ModelLine.GLOBAL),
            Arrays.stream(SymbolCategory.values()).map(ModelLine::of),
            symbols.stream().map(ModelLine::of))
        .flatMap(lines -> lines)
        .forEach(
            line ->
                TimeGauge.builder("ml.weights.age", () -> ageSeconds(line), TimeUnit.SECONDS)
                    .description("Time since a line's weights were stored; NaN while neutral")
                    .tag("line", line.name())
                    .register(meters));
  }

  /** Of the youngest, where a line has weights for several timeframes. */
  private double ageSeconds(ModelLine line) {
    return watch.inForce().records().stream()
        .filter(each -> each.line().equals(line))
        .mapToDouble(each -> each.age(clock.instant()).toMillis() / 1_000.0)
        .min()
        .orElse(Double.NaN);
  }
}
