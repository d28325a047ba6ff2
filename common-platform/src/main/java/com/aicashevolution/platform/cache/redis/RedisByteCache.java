package com.aicashevolution.platform.cache.redis;

import com.aicashevolution.platform.cache.ByteCache;
import com.aicashevolution.platform.cache.CacheMetrics;
import com.aicashevolution.platform.cache.CacheMetrics.Result;
import com.aicashevolution.platform.cache.Circuit;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final RedisConnectionFactory connections;
  private final CacheMetrics metrics;
  private final Circuit circuit;
  private final GatheredReads reads = new GatheredReads(this::ask);
  private final GatheredWrites writes = new GatheredWrites(this::send);
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
    if (!circuit.isOpen() && ttl.isPositive()) {
      writes.add(new GatheredWrites.Write(key, value, ttl));
    }
  }

  private CompletionStage<?> send(List<GatheredWrites.Write> batch) {
    List<AsyncCommand<byte[], byte[], String>> commands =
        batch.stream().map(RedisByteCache::set).toList();
    try (RedisConnection connection = connections.getConnection()) {
      var _ = connectionBehind(connection).dispatch(commands);
    } catch (RuntimeException lost) { // whatever it is, the answers have their rows
      failed(lost);
      return CompletableFuture.completedStage(null);
    }
    return CompletableFuture.allOf(commands.toArray(CompletableFuture<?>[]::new))
        .whenComplete((_, lost) -> acknowledged(lost));
  }

  private static AsyncCommand<byte[], byte[], String> set(GatheredWrites.Write write) {
    CommandArgs<byte[], byte[]> arguments =
        new CommandArgs<>(ByteArrayCodec.INSTANCE)
            .addKey(bytes(write.key()))
            .addValue(write.value());
    SetArgs.Builder.px(Math.max(1, write.ttl().toMillis())).build(arguments);
    return new AsyncCommand<>(
        new Command<>(CommandType.SET, new StatusOutput<>(ByteArrayCodec.INSTANCE), arguments));
  }

  /** Lettuce is the only driver here, and it is given bytes; no other door takes many at once. */
  @SuppressWarnings({"unchecked", "deprecation"})
  private static StatefulRedisConnection<byte[], byte[]> connectionBehind(
      RedisConnection connection) {
    return ((RedisAsyncCommands<byte[], byte[]>) connection.getNativeConnection())
        .getStatefulConnection();
  }

  private void acknowledged(@Nullable Throwable lost) {
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
