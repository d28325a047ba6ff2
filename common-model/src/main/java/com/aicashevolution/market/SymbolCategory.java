package com.aicashevolution.market;

/** Family of symbols that trade alike; each is also the name of a model line. */
public enum SymbolCategory {
  FX_MAJOR("fx-major"),
  FX_CROSS("fx-cross"),
  METAL("metal"),
  CRYPTO("crypto");

  private final String wireName;

  SymbolCategory(String wireName) {
    this.wireName = wireName;
  }

  /** Name in URLs, JSON and version suffixes, for example {@code fx-major}. */
  public String wireName() {
    return wireName;
  }
}
