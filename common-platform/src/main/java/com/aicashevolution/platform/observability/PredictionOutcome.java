package com.aicashevolution.platform.observability;

import java.util.Locale;

/** How a prediction request ended, as far as an operator cares. */
public enum PredictionOutcome {
  /** Answered. */
  OK,
  /** The caller's fault. */
  INVALID,
  /** Too little history to answer honestly. */
  ABSTAINED,
  /** No model serves the symbol. */
  NOT_SERVING,
  /** Ours or a dependency's fault. */
  FAILED;

  /** Whether it counts in an error rate: low confidence does not, nor does a caller's mistake. */
  public boolean isError() {
    return this == FAILED || this == NOT_SERVING;
  }

  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
