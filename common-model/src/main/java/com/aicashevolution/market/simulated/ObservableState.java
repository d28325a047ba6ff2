package com.aicashevolution.market.simulated;

/**
 * The part of a simulated market's state that its candles give away: volatility, the last
 * standardized return and the price level. The generator and {@link RegimeFilter} both keep one, so
 * that what the filter knows is what the generator used, to the bit. Not thread-safe.
 */
final class ObservableState {

  private final VolatilityDynamics volatility;
  private final double longRunSigma;
  private final double referencePrice;
  private final double meanSquare;

  private double variance = 1;
  private double previousReturn;
  private double level = 1;

  ObservableState(SimulationSpec spec, SimulatedInstrument instrument) {
    this.volatility = spec.volatility();
    this.longRunSigma = instrument.hourlySigma();
    this.referencePrice = instrument.referencePrice();
    this.meanSquare = spec.regimes().meanSquare();
  }

  /** Standard deviation of the coming hour's relative return, given the hour's activity. */
  double sigma(double activity) {
    return longRunSigma * activity * Math.sqrt(variance);
  }

  /** Return of the newest hour in units of its σ. */
  double previousReturn() {
    return previousReturn;
  }

  /** Price over reference price at the newest close. */
  double level() {
    return level;
  }

  /** Takes in an hour and returns its standardized return. */
  double observe(double open, double close, double activity) {
    double standardized = (close / open - 1) / sigma(activity);
    variance = volatility.next(variance, standardized * standardized * variance / meanSquare);
    previousReturn = standardized;
    level = close / referencePrice;
    return standardized;
  }
}
