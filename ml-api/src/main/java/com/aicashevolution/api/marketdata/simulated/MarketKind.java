package com.aicashevolution.api.marketdata.simulated;

import com.aicashevolution.market.simulated.SimulationSpec;

/** Kinds of simulated markets. */
public enum MarketKind {
  /** Partly predictable: a hidden regime. */
  REGIMES("regimes"),
  /** Not predictable at all. */
  RANDOM_WALK("random-walk");

  private final String wireName;

  MarketKind(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  public SimulationSpec spec(long seed) {
    return switch (this) {
      case REGIMES -> SimulationSpec.regimes(seed);
      case RANDOM_WALK -> SimulationSpec.randomWalk(seed);
    };
  }
}
