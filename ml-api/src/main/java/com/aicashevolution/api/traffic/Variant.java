package com.aicashevolution.api.traffic;

import java.util.Locale;

/** In which role a version answers. */
public enum Variant {
  CHAMPION,
  CHALLENGER,
  /** The caller named the version. */
  PINNED;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
