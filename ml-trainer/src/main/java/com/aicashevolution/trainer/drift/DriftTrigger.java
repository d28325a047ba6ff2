package com.aicashevolution.trainer.drift;

import java.util.Locale;

/** What made a check. */
public enum DriftTrigger {
  /** Its time of the day. */
  DAILY,
  /** Somebody asked. */
  REQUEST;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
