package com.aicashevolution.platform.observability;

import com.aicashevolution.platform.observability.DependencyChecks.DependencyStatus;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One run of one check on a thread of its own. */
final class CheckAttempt {

  private final DependencyCheck check;
  private final CompletableFuture<Map<String, @Nullable Object>> result = new CompletableFuture<>();
  private final long started = System.nanoTime();
  private volatile long ended;
  private volatile @Nullable Thread thread;

  private CheckAttempt(DependencyCheck check) {
    this.check = check;
  }

  static CheckAttempt start(DependencyCheck check) {
    CheckAttempt attempt = new CheckAttempt(check);
    attempt.thread = Thread.ofVirtual().name("check-" + check.name()).start(attempt::run);
    return attempt;
  }

  private void run() {
    try {
      Map<String, @Nullable Object> detail = check.check();
      ended = System.nanoTime();
      result.complete(detail);
    } catch (Exception failed) {
      ended = System.nanoTime();
      result.completeExceptionally(failed);
    }
  }

  boolean isUnderWay() {
    return !result.isDone();
  }

  Future<Map<String, @Nullable Object>> result() {
    return result;
  }

  /** What to tell of a check that did not end in time. */
  String silence(Duration waited) {
    String location = check.location();
    return (location.isEmpty() ? "" : location + ": ")
        + "no answer within "
        + waited.toMillis()
        + " ms";
  }

  void interrupt() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }

  DependencyStatus status(Map<String, @Nullable Object> detail, @Nullable String error) {
    long end = ended == 0 ? System.nanoTime() : ended;
    double millis = Math.round((end - started) / 1e4) / 100.0;
    return new DependencyStatus(
        check.name(), check.required(), error == null, millis, detail, error);
  }
}
