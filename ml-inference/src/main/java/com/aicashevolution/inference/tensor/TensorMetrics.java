package com.aicashevolution.inference.tensor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Counts tensor requests apart from predictions, which they are not. Every series exists from the
 * start. Thread-safe.
 */
public final class TensorMetrics {

  private final Map<Outcome, Counter> requests = new EnumMap<>(Outcome.class);
  private final Counter windows;

  public TensorMetrics(MeterRegistry registry) {
    for (Outcome outcome : Outcome.values()) {
      requests.put(
          outcome,
          Counter.builder("ml.tensor.requests")
              .description("Requests of the Open Inference Protocol by how they ended")
              .tag("result", outcome.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
    windows =
        Counter.builder("ml.tensor.windows")
            .description("Windows that were answered as tensors")
            .register(registry);
  }

  /** How a request ended, as far as an operator cares. */
  public enum Outcome {
    /** Answered. */
    OK,
    /** The caller's fault. */
    INVALID,
    /** The model has no champion, or its artifact cannot be trusted. */
    NOT_SERVING,
    /** Ours or a dependency's fault. */
    FAILED
  }

  /** Notes an answered request. */
  public void answered(int answeredWindows) {
    count(Outcome.OK);
    windows.increment(answeredWindows);
  }

  /** Notes a request without an answer. */
  public void refused(Outcome outcome) {
    count(outcome);
  }

  private void count(Outcome outcome) {
    Counter counter = requests.get(outcome);
    if (counter != null) {
      counter.increment();
    }
  }
}
