package com.aicashevolution.platform.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** {@code ml_cache_requests_total{level,result}} of one cache level, all series from the start. */
public final class CacheMetrics {

  /** What came of asking the cache. */
  public enum Result {
    HIT,
    MISS,
    /** It failed or took too long, which counts as a miss. */
    ERROR,
    /** It was left alone because it is known to be lost. */
    SKIPPED
  }

  private final Map<Result, Counter> counters = new EnumMap<>(Result.class);

  /**
   * Registers the series.
   *
   * @param level {@code memory} or {@code redis}
   */
  public CacheMetrics(MeterRegistry registry, String level) {
    for (Result result : Result.values()) {
      counters.put(
          result,
          Counter.builder("ml.cache.requests")
              .description("Look-ups in the prediction cache")
              .tag("level", level)
              .tag("result", result.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
  }

  public void count(Result result) {
    Counter counter = counters.get(result);
    if (counter != null) {
      counter.increment();
    }
  }
}
