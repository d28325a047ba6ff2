package com.aicashevolution.trainer.runs;

import java.util.Locale;

/** Life of a training run. */
public enum RunStatus {
  QUEUED,
  RUNNING,
  SUCCEEDED,
  REJECTED,
  FAILED,
  CANCELLED,
  CRASHED;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static RunStatus ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }

  /** Whether nothing will happen to the run any more. */
  public boolean isFinal() {
    return this != QUEUED && this != RUNNING;
  }
}
