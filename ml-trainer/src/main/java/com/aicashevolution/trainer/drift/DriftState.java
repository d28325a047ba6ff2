package com.aicashevolution.trainer.drift;

import java.util.Locale;

/** What a check came to. */
public enum DriftState {
  /** Nothing beyond what the reference shows by itself. */
  STABLE,
  /** More than the reference shows, and more than chance explains. */
  DRIFTED,
  /** There was too little to judge. */
  INCONCLUSIVE,
  /** The version says nothing of what it was trained on: an older build made it. */
  NO_REFERENCE;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
