package com.aicashevolution.trainer.backtest.jobs;

import java.util.Locale;

/** What a job does with a published version. */
public enum JobKind {
  /** Trades on its signals. */
  BACKTEST,
  /** Measures its answers as the gate would. */
  VALIDATION;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static JobKind ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
