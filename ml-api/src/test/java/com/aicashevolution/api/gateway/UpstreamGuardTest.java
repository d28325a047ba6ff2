package com.aicashevolution.api.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.problem.RelayedProblemException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpstreamGuardTest {

  private final ProblemException silence =
      new ProblemException(ProblemType.UNAVAILABLE, "cannot be reached");

  private final UpstreamGuard guard = guard(10);

  private static UpstreamGuard guard(int concurrent) {
    return new UpstreamGuard(
        "ml-other", concurrent, CircuitBreakerRegistry.ofDefaults(), BulkheadRegistry.ofDefaults());
  }

  private static <T> Supplier<T> failing(RuntimeException exception) {
    return () -> {
      throw exception;
    };
  }

  private void fail(int times, RuntimeException exception) {
    for (int i = 0; i < times; i++) {
      assertThatExceptionOfType(RuntimeException.class)
          .isThrownBy(() -> guard.call(failing(exception)));
    }
  }

  private static RelayedProblemException relayed(ProblemType type) {
    return new RelayedProblemException(type.status(), Map.of("type", type.uri()));
  }

  @Test
  void shouldLeaveAServiceAloneThatKeepsFailing() {
    fail(10, silence);
    AtomicInteger calls = new AtomicInteger();

    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> guard.call(calls::incrementAndGet));

    assertThat(guard.isOpen()).isTrue();
    assertThat(calls).hasValue(0);
    assertThat(refused.problem().type()).isEqualTo(ProblemType.UNAVAILABLE);
    assertThat(refused.problem().members()).containsEntry("retry_after_seconds", 2L);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "INVALID_REQUEST",
        "NOT_FOUND",
        "CONFLICT",
        "NOT_ENOUGH_HISTORY",
        "MODEL_NOT_SERVING"
      })
  void shouldNotCountARefusalAsAFailure(ProblemType earned) {
    fail(50, relayed(earned));

    assertThat(guard.isOpen()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERNAL", "UNAVAILABLE", "UPSTREAM_TIMEOUT"})
  void shouldCountWhatTheServiceDidWrong(ProblemType failure) {
    fail(10, relayed(failure));

    assertThat(guard.isOpen()).isTrue();
  }

  @Test
  void shouldRefuseAtOnceWhatWouldWaitBehindTooMany() throws InterruptedException {
    UpstreamGuard narrow = guard(1);
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Thread first =
        Thread.ofVirtual()
            .start(
                () ->
                    narrow.call(
                        () -> {
                          inside.countDown();
                          return await(release);
                        }));
    assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> narrow.call(() -> 1))
        .withMessageContaining("too many requests wait for ml-other");

    release.countDown();
    first.join();
    assertThat(narrow.call(() -> 1)).isEqualTo(1);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void shouldTryAReadASecondTimeButAChangeOnlyOnce() {
    AtomicInteger calls = new AtomicInteger();
    Supplier<Integer> failsOnce =
        () -> {
          if (calls.incrementAndGet() == 1) {
            throw silence;
          }
          return 7;
        };

    assertThat(guard.callIdempotent(failsOnce)).isEqualTo(7);
    calls.set(0);
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> guard.call(failsOnce));
    assertThat(calls).hasValue(1);
  }

  @Test
  void shouldNotRepeatAReadThatWasRefusedOrTookTooLong() {
    for (RuntimeException exception :
        new RuntimeException[] {
          relayed(ProblemType.NOT_FOUND),
          new ProblemException(ProblemType.UPSTREAM_TIMEOUT, "too long")
        }) {
      AtomicInteger calls = new AtomicInteger();
      assertThatExceptionOfType(RuntimeException.class)
          .isThrownBy(
              () ->
                  guard.callIdempotent(
                      () -> {
                        calls.incrementAndGet();
                        throw exception;
                      }));
      assertThat(calls).hasValue(1);
    }
  }
}
