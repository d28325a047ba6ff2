package com.aicashevolution.market.simulated;

/**
 * Everything a simulated market is a function of, besides symbol and time.
 *
 * @param seed chooses one market of the family
 * @param regimes the hidden chain, which is the planted predictability
 * @param volatility how volatility clusters; the same for both kinds of market
 */
public record SimulationSpec(long seed, RegimeDynamics regimes, VolatilityDynamics volatility) {

  private static final VolatilityDynamics CLUSTERED = new VolatilityDynamics(0.05, 0.92);

  /** A market in which a hidden regime makes the next hours partly predictable. */
  public static SimulationSpec regimes(long seed) {
    return new SimulationSpec(seed, new RegimeDynamics(1.0, -0.75, 48, 90, 0.5, 0.9), CLUSTERED);
  }

  /** A pure random walk: the same volatility, and nothing to be found. */
  public static SimulationSpec randomWalk(long seed) {
    return new SimulationSpec(seed, new RegimeDynamics(0, 0, 48, 90, 0.5, 0), CLUSTERED);
  }

  /** Whether there is anything to be found. */
  public boolean predictable() {
    return regimes.drift() != 0 || regimes.rangeAutocorrelation() != 0;
  }

  /** The same family of markets, another member. */
  public SimulationSpec withSeed(long otherSeed) {
    return new SimulationSpec(otherSeed, regimes, volatility);
  }
}
