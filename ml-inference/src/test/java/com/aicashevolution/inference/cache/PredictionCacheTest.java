package com.aicashevolution.inference.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.SettableClock;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.cache.ByteCache;
import com.aicashevolution.platform.cache.CacheMetrics;
import com.aicashevolution.signal.Probabilities;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PredictionCacheTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final ModelVersion VERSION = new ModelVersion("v20261101_020000");
  private static final ModelVersion OTHER = new ModelVersion("v20261102_020000");
  private static final PredictionKey KEY = key(VERSION, "default", window(0));

  private final SettableClock clock = new SettableClock(NOON.plusSeconds(600));
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final MemoryCache shared = new MemoryCache(clock, 100);
  private final PredictionCache cache = newProcess();

  private PredictionCache newProcess() {
    return new PredictionCache(
        new MemoryCache(clock, 2),
        shared,
        new CacheMetrics(meters, "memory"),
        Duration.ofSeconds(60),
        clock);
  }

  @Test
  void givesBackWhatWasPutToTheBit() {
    cache.put(KEY, prediction());

    assertThat(cache.get(KEY, VERSION)).hasValue(prediction());
  }

  @Test
  void missesWhatWasNotPut() {
    assertThat(cache.get(KEY, VERSION)).isEmpty();
  }

  @Test
  void sharesWithAnotherProcessWhichThenRemembersByItself() {
    cache.put(KEY, prediction());
    PredictionCache other = newProcess();

    assertThat(other.get(KEY, VERSION)).hasValue(prediction());
    shared.put(KEY.value(), new byte[] {9}, Duration.ofSeconds(60));
    assertThat(other.get(KEY, VERSION)).hasValue(prediction());
  }

  @Test
  void endsAtTheTimeToLiveOrTheCloseOfTheBarWhicheverIsFirst() {
    assertThat(cache.expiry(NOON.plusSeconds(600), Timeframe.H1)).isEqualTo(NOON.plusSeconds(660));
    assertThat(cache.expiry(NOON.plusSeconds(3_590), Timeframe.H1))
        .isEqualTo(NOON.plusSeconds(3_600));
    assertThat(cache.expiry(NOON, Timeframe.M5)).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void givesNothingAtOrAfterItsEndWhateverTheSharedCacheSays() {
    CachedPrediction prediction = prediction();
    cache.put(KEY, prediction);
    byte[] bytes = shared.get(KEY.value()).orElseThrow();
    clock.set(prediction.expiresAt().minusNanos(1));
    assertThat(cache.get(KEY, VERSION)).isPresent();

    clock.set(prediction.expiresAt());
    shared.put(KEY.value(), bytes, Duration.ofHours(1));
    assertThat(cache.get(KEY, VERSION)).isEmpty();
  }

  @Test
  void givesNoAnswerOfAnotherVersionEvenUnderItsKey() {
    cache.put(KEY, prediction());

    assertThat(cache.get(KEY, OTHER)).isEmpty();
  }

  @Test
  void treatsBytesItDoesNotUnderstandAsAMiss() {
    for (byte[] bytes : new byte[][] {{}, {1}, {2, 3, 4}, new byte[57], new byte[200]}) {
      shared.put(KEY.value(), bytes, Duration.ofSeconds(60));
      assertThat(cache.get(KEY, VERSION)).isEmpty();
    }
  }

  @Test
  void worksWithoutASharedCache() {
    ByteCache lost =
        new ByteCache() {
          @Override
          public Optional<byte[]> get(String key) {
            return Optional.empty();
          }

          @Override
          public void put(String key, byte[] value, Duration ttl) {}
        };
    PredictionCache alone =
        new PredictionCache(
            new MemoryCache(clock, 2),
            lost,
            new CacheMetrics(meters, "memory2"),
            Duration.ofSeconds(60),
            clock);
    alone.put(KEY, prediction());

    assertThat(alone.get(KEY, VERSION)).hasValue(prediction());
  }

  @Test
  void remembersTheLatestOnesOnlyAndNothingWithoutATimeToLive() {
    MemoryCache memory = new MemoryCache(clock, 2);
    memory.put("a", new byte[] {1}, Duration.ofSeconds(1));
    memory.put("b", new byte[] {2}, Duration.ofSeconds(1));
    assertThat(memory.get("a")).isPresent();
    memory.put("c", new byte[] {3}, Duration.ofSeconds(1));
    memory.put("d", new byte[] {4}, Duration.ZERO);

    assertThat(memory.get("a")).isPresent();
    assertThat(memory.get("b")).isEmpty();
    assertThat(memory.get("c")).isPresent();
    assertThat(memory.get("d")).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(memory.get("a")).isEmpty();
  }

  @Test
  void countsHitsAndMisses() {
    assertThat(cache.get(KEY, VERSION)).isEmpty();
    cache.put(KEY, prediction());
    assertThat(cache.get(KEY, VERSION)).isPresent();

    assertThat(count("hit")).isEqualTo(1);
    assertThat(count("miss")).isEqualTo(1);
  }

  @Test
  void hasAKeyForEverythingAnAnswerDependsOn() {
    Set<PredictionKey> keys = new HashSet<>();
    keys.add(KEY);
    keys.add(key(OTHER, "default", window(0)));
    keys.add(key(VERSION, "weights-2", window(0)));
    keys.add(key(VERSION, "default", window(1)));
    keys.add(
        PredictionKey.of(
            Symbol.of("GBPUSD"), Timeframe.H1, VERSION, "schema", "default", window(0)));
    keys.add(
        PredictionKey.of(
            Symbol.of("EURUSD"), Timeframe.H4, VERSION, "schema", "default", window(0)));
    keys.add(
        PredictionKey.of(
            Symbol.of("EURUSD"), Timeframe.H1, VERSION, "schema-2", "default", window(0)));
    float[] negativeZero = window(0);
    negativeZero[5] = -0f;
    keys.add(key(VERSION, "default", negativeZero));

    assertThat(keys).hasSize(8);
    assertThat(key(VERSION, "default", window(0))).isEqualTo(KEY);
  }

  private double count(String result) {
    return meters
        .get("ml.cache.requests")
        .tag("level", "memory")
        .tag("result", result)
        .counter()
        .count();
  }

  private CachedPrediction prediction() {
    return new CachedPrediction(
        new UUID(3, 4),
        NOON.plusSeconds(600).plusNanos(123_000),
        NOON.plusSeconds(660),
        VERSION,
        new Probabilities(0.1f, 0.2f, 0.7f));
  }

  private static PredictionKey key(ModelVersion version, String weights, float[] window) {
    return PredictionKey.of(Symbol.of("EURUSD"), Timeframe.H1, version, "schema", weights, window);
  }

  private static float[] window(int seed) {
    float[] window = new float[340];
    window[7] = seed;
    return window;
  }
}
