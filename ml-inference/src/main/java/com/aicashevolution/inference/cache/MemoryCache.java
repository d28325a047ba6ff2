package com.aicashevolution.inference.cache;

import com.aicashevolution.platform.cache.ByteCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The level in this process: the entries used last, up to a number of them. Thread-safe. */
public final class MemoryCache implements ByteCache {

  private final Clock clock;
  private final int capacity;
  private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

  private record Entry(byte[] value, Instant expiresAt) {}

  public MemoryCache(Clock clock, int capacity) {
    this.clock = clock;
    this.capacity = capacity;
  }

  @Override
  public synchronized Optional<byte[]> get(String key) {
    Entry entry = entries.get(key);
    if (entry == null) {
      return Optional.empty();
    }
    if (!clock.instant().isBefore(entry.expiresAt())) {
      entries.remove(key);
      return Optional.empty();
    }
    return Optional.of(entry.value());
  }

  @Override
  public synchronized void put(String key, byte[] value, Duration ttl) {
    if (!ttl.isPositive()) {
      return;
    }
    entries.put(key, new Entry(value, clock.instant().plus(ttl)));
    if (entries.size() > capacity) {
      entries.remove(entries.keySet().iterator().next());
    }
  }
}
