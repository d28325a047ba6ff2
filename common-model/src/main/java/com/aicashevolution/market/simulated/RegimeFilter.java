package com.aicashevolution.market.simulated;

/**
 * The exact forward filter (Hamilton 1989) of the hidden regime: what can be known of it from the
 * candles so far by someone who knows every parameter of the simulation, which is more than a model
 * knows. Exact up to the rounding of prices to quotable ones. Feed it the candles from the anchor
 * on, in order. Not thread-safe.
 */
final class RegimeFilter {

  private final RegimeDynamics dynamics;
  private final ObservableState observed;
  private double[] posterior = {0, 1, 0};
  private double[] next = new double[Regime.COUNT];

  RegimeFilter(SimulationSpec spec, SimulatedInstrument instrument) {
    this.dynamics = spec.regimes();
    this.observed = new ObservableState(spec, instrument);
  }

  /** Takes in the next candle. */
  void observe(double open, double close, double activity) {
    double level = observed.level();
    double previousReturn = observed.previousReturn();
    double r = observed.observe(open, close, activity);
    double closest = Double.POSITIVE_INFINITY; // keeps the largest likelihood at 1
    for (int s = 0; s < Regime.COUNT; s++) {
      closest = Math.min(closest, Math.abs(r - mean(s, previousReturn)));
    }
    double total = 0;
    for (int s = 0; s < Regime.COUNT; s++) {
      double surprise = r - mean(s, previousReturn);
      next[s] = prior(s, level) * StrictMath.exp(0.5 * (closest * closest - surprise * surprise));
      total += next[s];
    }
    for (int s = 0; s < Regime.COUNT; s++) {
      next[s] /= total;
    }
    double[] swap = posterior;
    posterior = next;
    next = swap;
  }

  private double mean(int state, double previousReturn) {
    return dynamics.mean(Regime.ofIndex(state), previousReturn);
  }

  /** Probability of {@code state} in the coming hour, before it is seen. */
  private double prior(int state, double level) {
    double sum = 0;
    for (int from = 0; from < Regime.COUNT; from++) {
      double transition = dynamics.transition(Regime.ofIndex(from), Regime.ofIndex(state), level);
      sum += posterior[from] * transition;
    }
    return sum;
  }

  /** Probability of {@code regime} in the newest hour. */
  double probability(Regime regime) {
    return posterior[regime.ordinal()];
  }

  /** Return of the newest hour in units of its σ. */
  double previousReturn() {
    return observed.previousReturn();
  }

  /** Standard deviation of the coming hour's relative return, given its activity. */
  double sigma(double activity) {
    return observed.sigma(activity);
  }
}
