package com.aicashevolution.platform.cache.redis;

import com.aicashevolution.platform.cache.ByteCache;
import com.aicashevolution.platform.cache.CacheMetrics;
import com.aicashevolution.platform.cache.CacheMetrics.Result;
import com.aicashevolution.platform.cache.Circuit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.RedisStringCommands.SetOption;
import org.springframework.data.redis.core.types.Expiration;

/** Keeps bytes in Redis; see the package for what happens without it. Thread-safe. */
final class RedisByteCache implements ByteCache, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RedisByteCache.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final RedisConnectionFactory connections;
  private final CacheMetrics metrics;
  private final Circuit circuit;
  private volatile boolean closed;
  private volatile @Nullable Thread probe;

  RedisByteCache(RedisConnectionFactory connections, CacheMetrics metrics, int failuresToOpen) {
    this.connections = connections;
    this.metrics = metrics;
    this.circuit = new Circuit(failuresToOpen, true);
  }

  /** Begins to connect. */
  void start() {
    probe = Thread.ofVirtual().name("redis-probe").start(this::connect);
  }

  boolean isConnected() {
    return !circuit.isOpen();
  }

  @Override
  public Optional<byte[]> get(String key) {
    if (circuit.isOpen()) {
      metrics.count(Result.SKIPPED);
      return Optional.empty();
    }
    try {
      byte[] value = with(connection -> connection.stringCommands().get(bytes(key)));
      metrics.count(value == null ? Result.MISS : Result.HIT);
      return Optional.ofNullable(value);
    } catch (DataAccessException lost) {
      metrics.count(Result.ERROR);
      failed(lost);
      return Optional.empty();
    }
  }

  @Override
  public void put(String key, byte[] value, Duration ttl) {
    if (circuit.isOpen() || !ttl.isPositive()) {
      return;
    }
    Expiration expiration = Expiration.milliseconds(Math.max(1, ttl.toMillis()));
    try {
      with(c -> c.stringCommands().set(bytes(key), value, expiration, SetOption.upsert()));
    } catch (DataAccessException lost) {
      failed(lost);
    }
  }

  /** One round trip. */
  void ping() {
    with(RedisConnection::ping);
  }

  @Override
  public void close() {
    closed = true;
    Thread running = probe;
    if (running != null) {
      running.interrupt();
    }
  }

  private <T> @Nullable T with(Function<RedisConnection, @Nullable T> command) {
    try (RedisConnection connection = connections.getConnection()) {
      T result = command.apply(connection);
      circuit.succeeded();
      return result;
    }
  }

  private void failed(DataAccessException lost) {
    if (circuit.failed()) {
      log.warn("redis lost, answering without the shared cache: {}", lost.getMessage());
      start();
    }
  }

  private void connect() {
    Duration pause = FIRST_PAUSE;
    while (!closed) {
      try {
        ping();
        circuit.close();
        log.info("redis connected");
        return;
      } catch (DataAccessException notYet) {
        if (pause.equals(FIRST_PAUSE)) {
          log.warn("redis cannot be reached, trying on: {}", notYet.getMessage());
        }
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException shutdown) {
        return;
      }
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  private static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }
}
