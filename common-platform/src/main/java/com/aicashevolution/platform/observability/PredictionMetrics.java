package com.aicashevolution.platform.observability;

import com.aicashevolution.market.Symbol;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts predictions for Prometheus and for the JSON summary. Every series exists from the start,
 * so that none of them missing means something; symbols that are not served count as {@code other}.
 * Thread-safe.
 */
public final class PredictionMetrics {

  private static final String OTHER = "other";
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(5), Duration.ofMillis(10),
    Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250),
    Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofMillis(2500), Duration.ofSeconds(5)
  };

  private final Map<String, Map<PredictionOutcome, Counter>> requests = new HashMap<>();
  private final Timer duration;
  private final PredictionActivity activity;

  public PredictionMetrics(
      MeterRegistry registry, List<Symbol> symbols, PredictionActivity activity) {
    symbols.forEach(symbol -> requests.put(symbol.code(), counters(registry, symbol.code())));
    requests.put(OTHER, counters(registry, OTHER));
    this.duration =
        Timer.builder("ml.prediction.duration")
            .description("Time to answer a prediction")
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
    this.activity = activity;
  }

  /**
   * Notes one answered prediction.
   *
   * @param symbol null where the request was too broken to have one
   */
  public void record(
      @Nullable Symbol symbol, PredictionOutcome outcome, Duration took, boolean cacheHit) {
    String tag = symbol != null && requests.containsKey(symbol.code()) ? symbol.code() : OTHER;
    Counter counter = requests.getOrDefault(tag, Map.of()).get(outcome);
    if (counter != null) {
      counter.increment();
    }
    duration.record(took);
    activity.record(tag, outcome, took, cacheHit);
  }

  private static Map<PredictionOutcome, Counter> counters(MeterRegistry registry, String symbol) {
    Map<PredictionOutcome, Counter> counters = new EnumMap<>(PredictionOutcome.class);
    for (PredictionOutcome outcome : PredictionOutcome.values()) {
      counters.put(
          outcome,
          Counter.builder("ml.prediction.requests")
              .description("Prediction requests by symbol and how they ended")
              .tag("symbol", symbol)
              .tag("result", outcome.tag())
              .register(registry));
    }
    return counters;
  }
}
