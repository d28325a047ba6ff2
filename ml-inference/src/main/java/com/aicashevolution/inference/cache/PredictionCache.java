package com.aicashevolution.inference.cache;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.cache.ByteCache;
import com.aicashevolution.platform.cache.CacheMetrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two levels of remembered answers. An entry ends at the earlier of its time to live and the close
 * of the bar it was computed in, checked by this process' own clock. Thread-safe.
 */
public final class PredictionCache {

  private final ByteCache memory;
  private final ByteCache shared;
  private final CacheMetrics memoryMetrics;
  private final Duration ttl;
  private final Clock clock;

  /** The shared level counts its own hits. */
  public PredictionCache(
      ByteCache memory, ByteCache shared, CacheMetrics memoryMetrics, Duration ttl, Clock clock) {
    this.memory = memory;
    this.shared = shared;
    this.memoryMetrics = memoryMetrics;
    this.ttl = ttl;
    this.clock = clock;
  }

  /** When an answer computed at {@code now} ends. */
  public Instant expiry(Instant now, Timeframe timeframe) {
    Instant barClose = timeframe.closeOf(timeframe.openOf(now));
    Instant aged = now.plus(ttl);
    return aged.isBefore(barClose) ? aged : barClose;
  }

  /** A question and the version that must have answered it. */
  public record Lookup(PredictionKey key, ModelVersion version) {}

  /** The answer to this question by this version, if it may still be given. */
  public Optional<CachedPrediction> get(PredictionKey key, ModelVersion version) {
    return getAll(List.of(new Lookup(key, version))).getFirst();
  }

  /** The answers to these questions, in their order; the shared level is asked once for all. */
  public List<Optional<CachedPrediction>> getAll(List<Lookup> lookups) {
    List<Optional<CachedPrediction>> found = new ArrayList<>(lookups.size());
    List<Integer> far = new ArrayList<>();
    for (Lookup lookup : lookups) {
      Optional<CachedPrediction> near = usable(memory.get(lookup.key().value()), lookup.version());
      memoryMetrics.count(near.isPresent() ? CacheMetrics.Result.HIT : CacheMetrics.Result.MISS);
      if (near.isEmpty()) {
        far.add(found.size());
      }
      found.add(near);
    }
    List<Optional<byte[]>> values =
        shared.getAll(far.stream().map(place -> lookups.get(place).key().value()).toList());
    for (int i = 0; i < far.size(); i++) {
      Lookup lookup = lookups.get(far.get(i));
      Optional<CachedPrediction> usable = usable(values.get(i), lookup.version());
      usable.ifPresent(prediction -> put(memory, lookup.key(), prediction));
      found.set(far.get(i), usable);
    }
    return found;
  }

  public void put(PredictionKey key, CachedPrediction prediction) {
    put(memory, key, prediction);
    put(shared, key, prediction);
  }

  private void put(ByteCache level, PredictionKey key, CachedPrediction prediction) {
    Duration left = Duration.between(clock.instant(), prediction.expiresAt());
    level.put(key.value(), CachedPredictionFormat.write(prediction), left);
  }

  private Optional<CachedPrediction> usable(Optional<byte[]> bytes, ModelVersion version) {
    return bytes
        .flatMap(CachedPredictionFormat::read)
        .filter(found -> found.modelVersion().equals(version))
        .filter(found -> clock.instant().isBefore(found.expiresAt()));
  }
}
