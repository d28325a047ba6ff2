package com.aicashevolution.inference.engine;

import com.aicashevolution.model.ModelVersion;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Versions that may not answer, and since when. One log line per version and reason, however often
 * it is tried again. Thread-safe.
 */
public final class Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final int REMEMBERED = 64;

  private final Clock clock;
  private final Map<Refusal.Reason, Counter> counters = new EnumMap<>(Refusal.Reason.class);
  private final Map<ModelVersion, Remembered> byVersion = new ConcurrentHashMap<>();

  /**
   * A refusal.
   *
   * @param at when it was last found to hold
   * @param retry whether somebody asked for it to be looked into again
   */
  public record Remembered(Refusal refusal, Instant at, boolean retry) {}

  public Refusals(Clock clock, MeterRegistry meters) {
    this.clock = clock;
    for (Refusal.Reason reason : Refusal.Reason.values()) {
      counters.put(
          reason,
          Counter.builder("ml_model_refusals_total")
              .description("Versions that could not be trusted and do not answer")
              .tag("reason", reason.name().toLowerCase(Locale.ROOT))
              .register(meters));
    }
  }

  void remember(Refusal refusal) {
    Remembered before =
        byVersion.put(refusal.version(), new Remembered(refusal, clock.instant(), false));
    if (before == null || before.refusal().reason() != refusal.reason()) {
      Objects.requireNonNull(counters.get(refusal.reason())).increment();
      LOG.warn(
          "event=model_refused model_version={} reason={} detail=\"{}\"",
          refusal.version(),
          refusal.reason(),
          refusal.detail());
    }
    if (byVersion.size() > REMEMBERED) {
      byVersion.values().stream()
          .min(Comparator.comparing(Remembered::at))
          .ifPresent(oldest -> byVersion.remove(oldest.refusal().version()));
    }
  }

  void forget(ModelVersion version) {
    byVersion.remove(version);
  }

  /** Lets every refused version be tried again at once. */
  public void retryAll() {
    byVersion.replaceAll((version, known) -> new Remembered(known.refusal(), known.at(), true));
  }

  public Optional<Refusal> of(ModelVersion version) {
    return Optional.ofNullable(byVersion.get(version)).map(Remembered::refusal);
  }

  /** Whether the version was refused less than {@code age} ago, and asking again is pointless. */
  boolean isYoungerThan(Duration age, ModelVersion version) {
    Remembered remembered = byVersion.get(version);
    return remembered != null
        && !remembered.retry()
        && clock.instant().isBefore(remembered.at().plus(age));
  }

  /** All that are remembered, by version. */
  public List<Remembered> all() {
    return byVersion.values().stream()
        .sorted(Comparator.comparing(remembered -> remembered.refusal().version()))
        .toList();
  }
}
