package com.aicashevolution.platform.cache.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Sends together what many write at the same time: while some are on their way, those that come
 * queue and go out when the others are acknowledged, so a lone write leaves at once and a crowd's
 * cost one flush. Nobody waits; what comes while the queue is full is not written. Thread-safe.
 */
final class GatheredWrites {
  /** Most writes of one flush. */
  static final int MOST = 256;

  private static final int MOST_WAITING = 1024;

  private final Function<List<Write>, CompletionStage<?>> sink;
  private final BlockingQueue<Write> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicBoolean underWay = new AtomicBoolean();

  /** One value to be kept for a while. */
  record Write(String key, byte[] value, Duration ttl) {}

  /**
   * Writes to {@code sink}.
   *
   * @param sink sends without waiting and never throws; what it returns ends, either way, when the
   *     next may be sent
   */
  GatheredWrites(Function<List<Write>, CompletionStage<?>> sink) {
    this.sink = sink;
  }

  void add(Write write) {
    if (waiting.offer(write)) {
      sendUnlessUnderWay();
    }
  }

  private void sendUnlessUnderWay() {
    // whoever finds the way taken leaves its write to the one who frees it, and looks after that
    while (!waiting.isEmpty() && underWay.compareAndSet(false, true)) {
      List<Write> batch = new ArrayList<>();
      waiting.drainTo(batch, MOST);
      if (batch.isEmpty()) {
        underWay.set(false);
      } else {
        var _ = sink.apply(batch).whenComplete((_, _) -> sendNext());
        return;
      }
    }
  }

  private void sendNext() {
    underWay.set(false);
    sendUnlessUnderWay();
  }
}
