package com.aicashevolution.trade;

/** What ended a trade. */
public enum ExitReason {
  /** The price it was to win at was reached. */
  TARGET,
  /** The price it was to be given up at was reached, or may have been before the target. */
  STOP,
  /** Neither was reached in time. */
  HORIZON
}
