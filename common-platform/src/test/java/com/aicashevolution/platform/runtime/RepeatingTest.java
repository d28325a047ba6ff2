package com.aicashevolution.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepeatingTest {

  @Test
  void shouldGoOnAfterARunThatFailed() throws InterruptedException {
    CountDownLatch threeRuns = new CountDownLatch(3);
    Repeating repeating =
        new Repeating(
            "test",
            Duration.ofMillis(1),
            () -> {
              threeRuns.countDown();
              throw new IllegalStateException("for the test");
            });

    repeating.start();

    assertThat(threeRuns.await(10, TimeUnit.SECONDS)).isTrue();
    repeating.stop();
    assertThat(repeating.isRunning()).isFalse();
  }

  @Test
  void shouldRunNothingOnceStopped() throws InterruptedException {
    AtomicInteger runs = new AtomicInteger();
    CountDownLatch ran = new CountDownLatch(1);
    Repeating repeating =
        new Repeating(
            "test",
            Duration.ofDays(1),
            () -> {
              runs.incrementAndGet();
              ran.countDown();
            });

    repeating.start();
    assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    repeating.stop();

    assertThat(runs).hasValue(1);
  }
}
