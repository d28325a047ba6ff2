package com.aicashevolution.api.marketdata.simulated;

import com.aicashevolution.market.simulated.PlantedEdge;
import com.aicashevolution.market.simulated.SimulatedMarket;
import java.time.Instant;

/**
 * The simulated market a database holds.
 *
 * @param edge how much of it can be predicted
 * @param since when its first candles were stored
 */
public record StoredMarket(MarketKind kind, long seed, PlantedEdge edge, Instant since) {

  SimulatedMarket market() {
    return new SimulatedMarket(kind.spec(seed));
  }

  boolean is(MarketKind otherKind, long otherSeed) {
    return kind == otherKind && seed == otherSeed;
  }

  @Override
  public String toString() {
    return "the simulated market '" + kind.wireName() + "' with seed " + seed;
  }
}
