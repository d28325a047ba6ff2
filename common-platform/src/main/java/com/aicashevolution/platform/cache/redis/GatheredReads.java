package com.aicashevolution.platform.cache.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Puts what many ask at the same time into one question: while one is under way those who come wait
 * and share the next, so a lone reader waits for nobody and a crowd costs one round trip.
 * Thread-safe.
 */
final class GatheredReads {
  /** Most keys of one question. */
  static final int MOST = 256;

  private final Function<List<String>, List<Optional<byte[]>>> source;
  private final Queue<Wish> wishes = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean underWay = new AtomicBoolean();

  private record Wish(String key, CompletableFuture<Optional<byte[]>> value) {}

  /**
   * Reads from {@code source}.
   *
   * @param source gives the values of keys in their order
   */
  GatheredReads(Function<List<String>, List<Optional<byte[]>>> source) {
    this.source = source;
  }

  /** The values of {@code keys}, in their order. */
  List<Optional<byte[]>> read(List<String> keys) {
    List<Wish> own = new ArrayList<>(keys.size());
    for (String key : keys) {
      own.add(new Wish(key, new CompletableFuture<>()));
    }
    wishes.addAll(own);
    askUnlessSomebodyDoes();
    return own.stream().map(wish -> wish.value().join()).toList();
  }

  private void askUnlessSomebodyDoes() {
    if (wishes.isEmpty() || !underWay.compareAndSet(false, true)) {
      return;
    }
    try {
      askOnce();
    } finally {
      underWay.set(false);
    }
    if (!wishes.isEmpty()) {
      // whoever came meanwhile found us asking; we have our own values and do not stay for theirs
      Thread.ofVirtual().name("cache-reads").start(this::askUnlessSomebodyDoes);
    }
  }

  private void askOnce() {
    List<Wish> asked = new ArrayList<>();
    for (Wish wish = wishes.poll(); wish != null; wish = wishes.poll()) {
      asked.add(wish);
      if (asked.size() == MOST) {
        break;
      }
    }
    if (asked.isEmpty()) {
      return;
    }
    try {
      List<Optional<byte[]>> values = source.apply(asked.stream().map(Wish::key).toList());
      for (int i = 0; i < asked.size(); i++) {
        asked.get(i).value().complete(values.get(i));
      }
    } catch (RuntimeException | Error bug) {
      asked.forEach(wish -> wish.value().completeExceptionally(bug));
    }
  }
}
