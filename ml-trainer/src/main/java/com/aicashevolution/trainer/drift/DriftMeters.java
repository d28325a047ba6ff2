package com.aicashevolution.trainer.drift;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** {@code ml_drift_checks_total{result}}; every series exists from the start. Thread-safe. */
public final class DriftMeters {

  private final Map<DriftState, Counter> checked = new EnumMap<>(DriftState.class);
  private final Counter failed;

  public DriftMeters(MeterRegistry registry) {
    for (DriftState state : DriftState.values()) {
      checked.put(state, counter(registry, state.wireName()));
    }
    this.failed = counter(registry, "failed");
  }

  private static Counter counter(MeterRegistry registry, String result) {
    return Counter.builder("ml.drift.checks")
        .description("Checks of a line for drift by what they came to")
        .tag("result", result)
        .register(registry);
  }

  void checked(DriftState state) {
    checked.getOrDefault(state, failed).increment();
  }

  void failed() {
    failed.increment();
  }
}
