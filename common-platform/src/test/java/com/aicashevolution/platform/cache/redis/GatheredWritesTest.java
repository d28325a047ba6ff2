package com.aicashevolution.platform.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.platform.cache.redis.GatheredWrites.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GatheredWritesTest {

  private final List<List<String>> flushes = new ArrayList<>();
  private final List<CompletableFuture<String>> acknowledgements = new ArrayList<>();
  private final GatheredWrites writes = new GatheredWrites(this::sink);

  @Test
  void sendsALoneWriteAtOnceAndThoseThatComeMeanwhileTogether() {
    write("first");
    write("second");
    write("third");
    assertThat(flushes).containsExactly(List.of("first"));

    acknowledgements.getFirst().complete("OK");

    assertThat(flushes).containsExactly(List.of("first"), List.of("second", "third"));
  }

  @Test
  void goesOnAfterWritesThatWereLost() {
    write("lost");
    write("next");

    acknowledgements.getFirst().completeExceptionally(new IllegalStateException("gone"));

    assertThat(flushes).containsExactly(List.of("lost"), List.of("next"));
  }

  @Test
  void keepsEachFlushAndTheQueueWithinTheirBounds() {
    write("first");
    IntStream.range(0, 5_000).forEach(i -> write("key" + i));

    for (int i = 0; i < acknowledgements.size(); i++) {
      acknowledgements.get(i).complete("OK");
    }

    assertThat(flushes).hasSize(5);
    assertThat(flushes.subList(1, 5)).allMatch(flush -> flush.size() == GatheredWrites.MOST);
  }

  @Test
  @Timeout(30)
  void losesNoneHoweverManyWriteAtTheSameTime() throws Exception {
    int many = 1_000;
    Set<String> sent = ConcurrentHashMap.newKeySet();
    CountDownLatch arrived = new CountDownLatch(many);
    GatheredWrites concurrent =
        new GatheredWrites(
            batch ->
                CompletableFuture.runAsync(
                    () ->
                        batch.forEach(
                            write -> {
                              sent.add(write.key());
                              arrived.countDown();
                            })));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < many; i++) {
        Write write = new Write("key" + i, new byte[0], Duration.ofSeconds(1));
        var _ = threads.submit(() -> concurrent.add(write));
      }
    }

    arrived.await(); // the last of them needs nobody who writes another

    assertThat(sent).hasSize(many);
  }

  private void write(String key) {
    writes.add(new Write(key, new byte[0], Duration.ofSeconds(1)));
  }

  private CompletionStage<String> sink(List<Write> batch) {
    flushes.add(batch.stream().map(Write::key).toList());
    CompletableFuture<String> acknowledgement = new CompletableFuture<>();
    acknowledgements.add(acknowledgement);
    return acknowledgement;
  }
}
