package com.aicashevolution.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.platform.observability.DependencyChecks.DependencyStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DependencyChecksTest {

  private static DependencyCheck check(String name, Callable<Map<String, @Nullable Object>> trial) {
    return new DependencyCheck() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public boolean required() {
        return true;
      }

      @Override
      public Map<String, @Nullable Object> check() throws Exception {
        return trial.call();
      }
    };
  }

  private static List<DependencyStatus> tryAll(Duration deadline, DependencyCheck... checks) {
    return new DependencyChecks(List.of(checks), deadline).tryAll();
  }

  @Test
  void shouldTellWhatHoldsAndWhatDoesNotInTheOrderDeclared() {
    List<DependencyStatus> statuses =
        tryAll(
            Duration.ofSeconds(30),
            check("good", () -> Map.of("version", "17")),
            check(
                "bad",
                () -> {
                  throw new IllegalStateException("no route to it");
                }));

    assertThat(statuses).extracting(DependencyStatus::name).containsExactly("good", "bad");
    assertThat(statuses).extracting(DependencyStatus::up).containsExactly(true, false);
    assertThat(statuses.getFirst().detail()).containsEntry("version", "17");
    assertThat(statuses.getLast().error()).isEqualTo("no route to it");
  }

  /** Two checks that wait for each other succeed only side by side. */
  @Test
  void shouldTryAllAtOnce() {
    CyclicBarrier both = new CyclicBarrier(2);
    Callable<Map<String, @Nullable Object>> meeting =
        () -> {
          both.await();
          return Map.of();
        };

    assertThat(tryAll(Duration.ofSeconds(30), check("one", meeting), check("two", meeting)))
        .allMatch(DependencyStatus::up);
  }

  @Test
  void shouldGiveUpOnOneThatHangsAndInterruptIt() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    DependencyCheck hanging =
        check(
            "hanging",
            () -> {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException expected) {
                interrupted.countDown();
              }
              return Map.of();
            });

    DependencyStatus status = tryAll(Duration.ofMillis(50), hanging).getFirst();

    assertThat(status.up()).isFalse();
    assertThat(status.error()).isEqualTo("no answer within 50 ms");
    assertThat(status.latencyMs()).isGreaterThanOrEqualTo(50);
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void shouldSayWhereItIsThatDoesNotAnswer() {
    DependencyCheck hanging =
        new DependencyCheck() {
          @Override
          public String name() {
            return "postgres";
          }

          @Override
          public String location() {
            return "db.example.com:5432";
          }

          @Override
          public boolean required() {
            return true;
          }

          @Override
          public Map<String, @Nullable Object> check() throws InterruptedException {
            new CountDownLatch(1).await();
            return Map.of();
          }
        };

    assertThat(tryAll(Duration.ofMillis(50), hanging).getFirst().error())
        .isEqualTo("db.example.com:5432: no answer within 50 ms");
  }

  @Test
  void shouldNotStartASecondTimeWhatStillHangs() {
    AtomicInteger starts = new AtomicInteger();
    CountDownLatch release = new CountDownLatch(1);
    DependencyCheck deaf =
        check(
            "deaf",
            () -> {
              starts.incrementAndGet();
              boolean waiting = true;
              while (waiting) {
                try {
                  release.await();
                  waiting = false;
                } catch (InterruptedException ignored) {
                  // deaf
                }
              }
              return Map.of();
            });
    DependencyChecks checks = new DependencyChecks(List.of(deaf), Duration.ofMillis(20));

    for (int i = 0; i < 5; i++) {
      assertThat(checks.tryAll().getFirst().up()).isFalse();
    }
    release.countDown();

    assertThat(starts).hasValue(1);
  }
}
