package com.aicashevolution.platform.observability;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The predictions of the last sixty minutes, by the minute. Thread-safe; memory is bounded. */
public final class PredictionActivity implements SummaryFields {

  private static final int MINUTES = 60;
  private static final int TOP = 5;

  private final Clock clock;
  private final Deque<Minute> minutes = new ArrayDeque<>();

  public PredictionActivity(Clock clock) {
    this.clock = clock;
  }

  synchronized void record(
      String symbol, PredictionOutcome outcome, Duration took, boolean cacheHit) {
    Minute minute = current();
    minute.total++;
    minute.nanos += took.toNanos();
    minute.cacheHits += cacheHit ? 1 : 0;
    minute.errors += outcome.isError() ? 1 : 0;
    minute.answered += outcome == PredictionOutcome.OK ? 1 : 0;
    minute.bySymbol.merge(symbol, 1L, Long::sum);
  }

  @Override
  public synchronized Map<String, @Nullable Object> fields() {
    current();
    long total = sum(minute -> minute.total);
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("window_seconds", Duration.ofMinutes(MINUTES).toSeconds());
    fields.put("total_predictions", total);
    fields.put("avg_processing_time_ms", ratio(sum(minute -> minute.nanos) / 1e6, total));
    fields.put(
        "cache_hit_rate",
        ratio((double) sum(minute -> minute.cacheHits), sum(minute -> minute.answered)));
    fields.put("error_rate", ratio((double) sum(minute -> minute.errors), total));
    fields.put("top_symbols", topSymbols());
    return fields;
  }

  private List<SymbolCount> topSymbols() {
    Map<String, Long> counts = new HashMap<>();
    minutes.forEach(
        minute -> minute.bySymbol.forEach((symbol, n) -> counts.merge(symbol, n, Long::sum)));
    return counts.entrySet().stream()
        .map(entry -> new SymbolCount(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(SymbolCount::count)
                .reversed()
                .thenComparing(SymbolCount::symbol))
        .limit(TOP)
        .toList();
  }

  private long sum(ToLongFunction<Minute> part) {
    return minutes.stream().mapToLong(part).sum();
  }

  private static double ratio(double part, long whole) {
    return whole == 0 ? 0 : Math.round(part / whole * 1e4) / 1e4;
  }

  private Minute current() {
    long now = Math.floorDiv(clock.instant().getEpochSecond(), 60L);
    while (!minutes.isEmpty() && minutes.getFirst().epochMinute <= now - MINUTES) {
      minutes.removeFirst();
    }
    if (minutes.isEmpty() || minutes.getLast().epochMinute < now) {
      minutes.addLast(new Minute(now));
    }
    return minutes.getLast();
  }

  /** A symbol and how often it was asked for. */
  public record SymbolCount(String symbol, long count) {}

  private static final class Minute {

    private final long epochMinute;
    private long total;
    private long answered;
    private long errors;
    private long cacheHits;
    private long nanos;
    private final Map<String, Long> bySymbol = new HashMap<>();

    Minute(long epochMinute) {
      this.epochMinute = epochMinute;
    }
  }
}
