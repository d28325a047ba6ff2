package com.aicashevolution.platform.observability;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Tries all dependencies at once and answers within a deadline, whatever they do. A check that
 * hangs is interrupted; while it does not react it is not started a second time. Thread-safe.
 */
@Component
public final class DependencyChecks {

  /** Longest an operator waits. */
  public static final Duration DEADLINE = Duration.ofSeconds(2);

  private final List<DependencyCheck> checks;
  private final Duration deadline;
  private final ConcurrentMap<String, CheckAttempt> latest = new ConcurrentHashMap<>();

  @Autowired
  DependencyChecks(List<DependencyCheck> checks) {
    this(checks, DEADLINE);
  }

  DependencyChecks(List<DependencyCheck> checks, Duration deadline) {
    this.checks = List.copyOf(checks);
    this.deadline = deadline;
  }

  /** One row a dependency, in the order they were declared. */
  public List<DependencyStatus> tryAll() {
    long begun = System.nanoTime();
    List<CheckAttempt> attempts = checks.stream().map(this::attempt).toList();
    return attempts.stream().map(attempt -> await(attempt, begun)).toList();
  }

  private CheckAttempt attempt(DependencyCheck check) {
    return latest.compute(
        check.name(),
        (name, before) ->
            before != null && before.isUnderWay() ? before : CheckAttempt.start(check));
  }

  private DependencyStatus await(CheckAttempt attempt, long begun) {
    long left = Math.max(0, deadline.toNanos() - (System.nanoTime() - begun));
    try {
      return attempt.status(attempt.result().get(left, TimeUnit.NANOSECONDS), null);
    } catch (ExecutionException failed) {
      return attempt.status(Map.of(), sentence(failed.getCause()));
    } catch (TimeoutException slow) {
      attempt.interrupt();
      return attempt.status(Map.of(), attempt.silence(deadline));
    } catch (InterruptedException shutdown) {
      Thread.currentThread().interrupt();
      return attempt.status(Map.of(), "interrupted");
    }
  }

  private static String sentence(@Nullable Throwable cause) {
    if (cause == null) {
      return "failed";
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /**
   * How a dependency did.
   *
   * @param latencyMs of the round trip, or until it was given up
   * @param error a sentence for operators; null when it holds
   */
  public record DependencyStatus(
      String name,
      boolean required,
      boolean up,
      double latencyMs,
      Map<String, @Nullable Object> detail,
      @Nullable String error) {}
}
