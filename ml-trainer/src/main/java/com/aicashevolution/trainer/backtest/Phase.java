package com.aicashevolution.trainer.backtest;

import java.util.Locale;

/** What a network knew of a bar before it was asked about it. */
public enum Phase {
  /** It was fitted on this time or on a later one: no evidence of anything. */
  IN_SAMPLE,
  /** It was not fitted on it, but the gate looked, and would have refused it otherwise. */
  HOLDOUT,
  /** Nobody had seen it. */
  OUT_OF_SAMPLE;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
