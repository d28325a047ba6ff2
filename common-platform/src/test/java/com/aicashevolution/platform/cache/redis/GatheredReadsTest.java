package com.aicashevolution.platform.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheredReadsTest {

  private final List<List<String>> questions = Collections.synchronizedList(new ArrayList<>());

  @Test
  void sharesTheNextQuestionAmongThoseWhoComeWhileOneIsUnderWay() throws Exception {
    CountDownLatch firstIsAsking = new CountDownLatch(1);
    CountDownLatch othersHaveCome = new CountDownLatch(1);
    GatheredReads reads =
        new GatheredReads(
            keys -> {
              if (keys.contains("first")) {
                firstIsAsking.countDown();
                await(othersHaveCome);
              }
              return answer(keys);
            });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<Optional<byte[]>>> first = threads.submit(() -> reads.read(List.of("first")));
      firstIsAsking.await();
      // they only queue, so this thread can be all of them
      List<Future<List<Optional<byte[]>>>> others = new ArrayList<>();
      CountDownLatch came = new CountDownLatch(20);
      for (int i = 0; i < 20; i++) {
        String key = "other" + i;
        others.add(
            threads.submit(
                () -> {
                  came.countDown();
                  return reads.read(List.of(key));
                }));
      }
      came.await();
      othersHaveCome.countDown();

      assertThat(text(first.get())).containsExactly("first");
      for (int i = 0; i < 20; i++) {
        assertThat(text(others.get(i).get())).containsExactly("other" + i);
      }
    }
    assertThat(questions.getFirst()).containsExactly("first");
    assertThat(questions).hasSizeLessThan(21);
    assertThat(questions.stream().mapToInt(List::size).sum()).isEqualTo(21);
  }

  @Test
  void answersEachKeyOfAListInItsPlaceHoweverManyThereAre() {
    GatheredReads reads = new GatheredReads(this::answer);
    List<String> keys = IntStream.range(0, 1000).mapToObj(i -> "key" + i).toList();

    assertThat(text(reads.read(keys))).isEqualTo(keys);
    assertThat(questions).allMatch(question -> question.size() <= GatheredReads.MOST);
  }

  @Test
  void tellsABugToThoseItHitAndGoesOn() {
    GatheredReads reads =
        new GatheredReads(
            keys -> {
              if (keys.contains("bad")) {
                throw new IllegalStateException("bug");
              }
              return answer(keys);
            });

    assertThatThrownBy(() -> reads.read(List.of("bad"))).hasRootCauseMessage("bug");
    assertThat(text(reads.read(List.of("good")))).containsExactly("good");
  }

  private List<Optional<byte[]>> answer(List<String> keys) {
    questions.add(keys);
    return keys.stream().map(key -> Optional.of(key.getBytes(StandardCharsets.UTF_8))).toList();
  }

  private static List<String> text(List<Optional<byte[]>> values) {
    return values.stream()
        .map(value -> new String(value.orElseThrow(), StandardCharsets.UTF_8))
        .toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
