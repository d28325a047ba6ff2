package com.aicashevolution.model;

import java.util.Locale;

/** A name within a line that points at a version and can be moved. */
public enum Alias {
  CHAMPION,
  CHALLENGER,
  SHADOW,
  PREVIOUS;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
