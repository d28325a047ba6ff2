package com.aicashevolution.signal;

/** How likely acting on a signal is to be a mistake, in a word. */
public enum RiskLevel {
  LOW,
  MEDIUM,
  HIGH
}
