package com.aicashevolution.inference.engine;

import java.util.Locale;

/** In which role a version answered. */
public enum Variant {
  CHAMPION,
  CHALLENGER,
  PINNED;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
