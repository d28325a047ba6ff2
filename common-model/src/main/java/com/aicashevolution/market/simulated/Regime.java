package com.aicashevolution.market.simulated;

/** Hidden state of a simulated market during one hour. */
enum Regime {
  UP,
  RANGE,
  DOWN;

  static final int COUNT = 3;

  private static final Regime[] VALUES = values();

  static Regime ofIndex(int index) {
    return VALUES[index];
  }
}
