package com.aicashevolution.trainer.backtest.jobs;

import java.util.Locale;

/** Life of a job. */
public enum JobStatus {
  QUEUED,
  RUNNING,
  SUCCEEDED,
  FAILED,
  CANCELLED,
  CRASHED;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static JobStatus ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }

  /** Whether nothing will happen to the job any more. */
  public boolean isFinal() {
    return this != QUEUED && this != RUNNING;
  }
}
