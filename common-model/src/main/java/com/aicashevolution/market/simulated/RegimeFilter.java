package com.aicashevolution.market.simulated;

import com.aicashevolution.market.Symbol;
import java.time.Instant;

/**
 * The exact forward filter (Hamilton 1989) of the hidden regime: what can be known of it from the
 * candles so far by someone who knows every parameter of the simulation, which is more than a model
 * knows. Exact up to the rounding of prices to quotable ones. Feed it the candles from the anchor
 * on, in order. Not thread-safe.
 */
final class RegimeFilter {

  private final RegimeDynamics dynamics;
  private final ObservableState observed;
  private final Sessions sessions;
  private double[] posterior = {0, 1, 0};

  RegimeFilter(SimulationSpec spec, Symbol symbol) {
    this.dynamics = spec.regimes();
    this.observed = new ObservableState(spec, SimulatedInstrument.of(symbol));
    this.sessions = new Sessions(symbol);
  }

  /** Takes in the next candle. */
  void observe(Instant openTime, double open, double close) {
    double level = observed.level();
    double previousReturn = observed.previousReturn();
    double standardized = observed.observe(open, close, sessions.activity(openTime));
    double[] next = new double[Regime.COUNT];
    double total = 0;
    for (int to = 0; to < Regime.COUNT; to++) {
      double prior = 0;
      for (int from = 0; from < Regime.COUNT; from++) {
        prior +=
            posterior[from] * dynamics.transition(Regime.ofIndex(from), Regime.ofIndex(to), level);
      }
      double surprise = standardized - dynamics.mean(Regime.ofIndex(to), previousReturn);
      next[to] = prior * StrictMath.exp(-0.5 * surprise * surprise);
      total += next[to];
    }
    for (int s = 0; s < Regime.COUNT; s++) {
      next[s] /= total;
    }
    posterior = next;
  }

  /** Probability of {@code regime} in the newest hour. */
  double probability(Regime regime) {
    return posterior[regime.ordinal()];
  }

  /** Return of the newest hour in units of its σ. */
  double previousReturn() {
    return observed.previousReturn();
  }

  /** Standard deviation of the relative return over the hours that open at the given times. */
  double sigmaAhead(Instant[] openTimes) {
    double variance = 0;
    for (Instant openTime : openTimes) {
      double sigma = observed.sigma(sessions.activity(openTime));
      variance += sigma * sigma;
    }
    return Math.sqrt(variance);
  }
}
