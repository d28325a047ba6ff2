package com.aicashevolution.platform.cache.redis;

import com.aicashevolution.platform.observability.DependencyCheck;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the shared cache answers; the service does without it. */
final class RedisCheck implements DependencyCheck {

  private final RedisByteCache cache;

  RedisCheck(RedisByteCache cache) {
    this.cache = cache;
  }

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public Map<String, @Nullable Object> check() {
    if (!cache.isConnected()) {
      throw new IllegalStateException("not connected; trying in the background");
    }
    cache.ping();
    return Map.of();
  }
}
