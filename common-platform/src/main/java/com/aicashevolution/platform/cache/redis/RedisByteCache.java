package com.aicashevolution.platform.cache.redis;

import com.aicashevolution.platform.cache.ByteCache;
import com.aicashevolution.platform.cache.CacheMetrics;
import com.aicashevolution.platform.cache.CacheMetrics.Result;
import com.aicashevolution.platform.cache.Circuit;
import io.lettuce.core.RedisException;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.async.RedisStringAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Keeps bytes in Redis; see the package for what happens without it. Thread-safe. */
final class RedisByteCache implements ByteCache, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RedisByteCache.class);
  private static final int MOST_UNACKNOWLEDGED = 1024;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final RedisConnectionFactory connections;
  private final CacheMetrics metrics;
  private final Circuit circuit;
  private final GatheredReads reads = new GatheredReads(this::ask);
  private final AtomicInteger unacknowledged = new AtomicInteger();
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
    return getAll(List.of(key)).getFirst();
  }

  @Override
  public List<Optional<byte[]>> getAll(List<String> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    if (circuit.isOpen()) {
      keys.forEach(key -> metrics.count(Result.SKIPPED));
      return misses(keys);
    }
    return reads.read(keys);
  }

  private List<Optional<byte[]>> ask(List<String> keys) {
    byte[][] asked = keys.stream().map(RedisByteCache::bytes).toArray(byte[][]::new);
    try {
      List<byte[]> values =
          Objects.requireNonNull(with(connection -> connection.stringCommands().mGet(asked)));
      values.forEach(value -> metrics.count(value == null ? Result.MISS : Result.HIT));
      return values.stream().map(Optional::ofNullable).toList();
    } catch (DataAccessException lost) {
      keys.forEach(key -> metrics.count(Result.ERROR));
      failed(lost);
      return misses(keys);
    }
  }

  private static List<Optional<byte[]>> misses(List<String> keys) {
    return Collections.nCopies(keys.size(), Optional.empty());
  }

  /**
   * Does not wait for Redis: the answer this belongs to has its row. What is lost on the way is
   * computed again, and so is what comes while too much is on it.
   */
  @Override
  public void put(String key, byte[] value, Duration ttl) {
    if (circuit.isOpen() || !ttl.isPositive()) {
      return;
    }
    if (unacknowledged.incrementAndGet() > MOST_UNACKNOWLEDGED) {
      unacknowledged.decrementAndGet();
      return;
    }
    SetArgs expiration = SetArgs.Builder.px(Math.max(1, ttl.toMillis()));
    try (RedisConnection connection = connections.getConnection()) {
      @SuppressWarnings("unchecked") // Lettuce is the only driver here, and it is given bytes
      var commands = (RedisStringAsyncCommands<byte[], byte[]>) connection.getNativeConnection();
      commands.set(bytes(key), value, expiration).whenComplete((ok, lost) -> acknowledged(lost));
    } catch (DataAccessException | RedisException lost) {
      acknowledged(lost);
    }
  }

  private void acknowledged(@Nullable Throwable lost) {
    unacknowledged.decrementAndGet();
    if (lost == null) {
      circuit.succeeded();
    } else {
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

  private void failed(Throwable lost) {
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
