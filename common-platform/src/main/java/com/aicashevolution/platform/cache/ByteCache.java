package com.aicashevolution.platform.cache;

import java.time.Duration;
import java.util.Optional;

/**
 * Keeps bytes for a while. Never throws: a cache that cannot be reached misses. Keys must carry
 * everything the value depends on. Thread-safe.
 */
public interface ByteCache {

  Optional<byte[]> get(String key);

  /** Keeps {@code value} for {@code ttl}; a ttl that is not positive keeps nothing. */
  void put(String key, byte[] value, Duration ttl);
}
