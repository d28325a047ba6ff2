package com.aicashevolution.localstack.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and what came of it; times are {@link System#nanoTime()}.
 *
 * @param due when it should have been sent
 * @param begun when it was sent
 * @param ended when its answer was complete, or it failed
 * @param answers one of a question, many of a batch; empty when it failed
 * @param failure why there is no answer; null when there is
 */
public record Exchange(
    long due, long begun, long ended, List<Answer> answers, @Nullable String failure) {

  /** From when it was due: what its sender waited. */
  public long latencyNanos() {
    return ended - due;
  }

  public boolean failed() {
    return failure != null;
  }
}
