package com.aicashevolution.localstack.assembly;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one process of the stack is.
 *
 * @param state up, or why not
 * @param pid null when it does not run
 * @param since when it began, null when it does not run
 * @param memory null when it does not run or the machine does not tell
 */
public record ComponentStatus(
    String name,
    State state,
    int port,
    @Nullable Long pid,
    @Nullable Instant since,
    @Nullable ProcessMemory memory) {

  /** Whether it answers. */
  public enum State {
    UP,
    /** It runs and does not answer. */
    SILENT,
    DOWN,
    /** Not ours: given by the environment. */
    EXTERNAL
  }

  public boolean isUp() {
    return state == State.UP || state == State.EXTERNAL;
  }
}
