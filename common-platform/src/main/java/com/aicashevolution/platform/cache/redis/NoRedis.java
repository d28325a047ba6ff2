package com.aicashevolution.platform.cache.redis;

import com.aicashevolution.platform.cache.ByteCache;
import java.time.Duration;
import java.util.Optional;

/** The shared cache of an installation that has none: remembers nothing. */
final class NoRedis implements ByteCache {

  @Override
  public Optional<byte[]> get(String key) {
    return Optional.empty();
  }

  @Override
  public void put(String key, byte[] value, Duration ttl) {
    // nothing to keep it in
  }
}
