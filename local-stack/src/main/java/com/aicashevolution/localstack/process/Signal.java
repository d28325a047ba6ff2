package com.aicashevolution.localstack.process;

/** The polite ways to ask a process to end. */
public enum Signal {
  /** What most servers take as “finish what you are doing”. */
  TERM,
  /** PostgreSQL's fast shutdown: clients are disconnected, everything is written. */
  INT
}
