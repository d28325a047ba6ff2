package com.aicashevolution.trainer.runs;

import java.util.Locale;

/** What made a run. */
public enum TrainingTrigger {
  /** Somebody asked. */
  REQUEST,
  /** Sunday 02:00 UTC. */
  WEEKLY,
  /** The first of the month. */
  MONTHLY,
  /** The newest model is too old, or there is none. */
  STALENESS,
  /** A line's market has drifted, and an operator allows what follows. */
  DRIFT;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
