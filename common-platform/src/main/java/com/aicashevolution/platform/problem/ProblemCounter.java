package com.aicashevolution.platform.problem;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts the problems callers were told, by their type: {@code errors_total{error_type}}. */
@Component
public final class ProblemCounter {

  private final Map<ProblemType, Counter> counters = new EnumMap<>(ProblemType.class);

  public ProblemCounter(MeterRegistry registry) {
    for (ProblemType type : ProblemType.values()) {
      counters.put(
          type,
          Counter.builder("errors")
              .description("Requests that were answered with a problem")
              .tag("error_type", type.slug())
              .register(registry));
    }
  }

  public void count(ProblemType type) {
    Counter counter = counters.get(type);
    if (counter != null) {
      counter.increment();
    }
  }
}
