package com.aicashevolution.platform.cache;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Keeps bytes for a while. Never throws: a cache that cannot be reached misses. Keys must carry
 * everything the value depends on. Thread-safe.
 */
public interface ByteCache {

  Optional<byte[]> get(String key);

  /** What is kept under {@code keys}, in their order; one question where the cache is far away. */
  default List<Optional<byte[]>> getAll(List<String> keys) {
    return keys.stream().map(this::get).toList();
  }

  /**
   * Keeps {@code value} for {@code ttl}; a ttl that is not positive keeps nothing. Where the cache
   * is far away this does not wait until it is kept.
   */
  void put(String key, byte[] value, Duration ttl);
}
