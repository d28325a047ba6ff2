package com.aicashevolution.market.simulated;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;

/**
 * One symbol's path from the anchor on, a trading hour at a time. Whatever later hours depend on is
 * read from quoted prices, so that an observer of the candles can follow it. Not thread-safe.
 */
final class SimulatedPath {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final int STEPS = 12;
  private static final double STEP_SIGMA = Math.sqrt(1.0 / STEPS);
  private static final double GAP_SIGMA = 0.3;

  /** Draws of an hour: one per step, then these. */
  private static final int REGIME_DRAW = STEPS;

  private static final int GAP_DRAW = STEPS + 1;
  private static final int VOLUME_DRAW = STEPS + 2;
  private static final int SPREAD_DRAW = STEPS + 3;
  private static final int DRAWS_PER_HOUR = 16;

  private static final double VOLUME = 3000;
  private static final double VOLUME_NOISE = 0.25;

  private final RegimeDynamics dynamics;
  private final SimulatedInstrument instrument;
  private final Sessions sessions;
  private final TradingCalendar calendar;
  private final CounterRandom random;
  private final ObservableState observed;

  private Instant next;
  private boolean isNextKnownOpen;
  private double price;
  private Regime regime = Regime.RANGE;

  SimulatedPath(SimulationSpec spec, Symbol symbol, Instant anchor) {
    this.dynamics = spec.regimes();
    this.instrument = SimulatedInstrument.of(symbol);
    this.sessions = new Sessions(symbol);
    this.calendar = TradingCalendar.of(symbol);
    this.random = new CounterRandom(spec.seed(), symbol.code());
    this.observed = new ObservableState(spec, instrument);
    this.next = anchor;
    this.price = instrument.quote(instrument.referencePrice());
  }

  /** Open time of the candle that {@link #advance()} makes next. */
  Instant nextOpenTime() {
    skipClosedHours();
    return next;
  }

  /** Hidden regime of the newest candle: for those who measure, never for those who predict. */
  Regime regime() {
    return regime;
  }

  private void skipClosedHours() {
    if (isNextKnownOpen) {
      return;
    }
    int closed = 0;
    while (!calendar.isOpen(next)) {
      next = next.plus(HOUR);
      closed++;
    }
    if (closed > 0) {
      double sigma = observed.sigma(GAP_SIGMA * Math.sqrt(closed));
      price = instrument.quote(price * (1 + sigma * random.normal(draw(GAP_DRAW))));
    }
    isNextKnownOpen = true;
  }

  private long draw(int kind) {
    return next.getEpochSecond() / HOUR.toSeconds() * DRAWS_PER_HOUR + kind;
  }

  /** The next trading hour as a complete candle. */
  Candle advance() {
    skipClosedHours();
    regime = nextRegime();
    double activity = sessions.activity(next);
    double sigma = observed.sigma(activity);
    double mean = dynamics.mean(regime, observed.previousReturn());
    double open = price;
    double sum = 0;
    double highest = 0;
    double lowest = 0;
    for (int step = 0; step < STEPS; step++) {
      sum += mean / STEPS + STEP_SIGMA * random.normal(draw(step));
      highest = Math.max(highest, sum);
      lowest = Math.min(lowest, sum);
    }
    price = instrument.quote(open * (1 + sigma * sum));
    double high = instrument.quote(open * (1 + sigma * highest));
    double low = instrument.quote(open * (1 + sigma * lowest));
    Candle candle =
        new Candle(next, open, high, low, price, volume(sigma, high - low), spread(activity), true);
    observed.observe(open, price, activity);
    next = next.plus(HOUR);
    isNextKnownOpen = false;
    return candle;
  }

  private Regime nextRegime() {
    double u = random.uniform(draw(REGIME_DRAW));
    double level = observed.level();
    double up = dynamics.transition(regime, Regime.UP, level);
    double range = dynamics.transition(regime, Regime.RANGE, level);
    if (u < up) {
      return Regime.UP;
    }
    return u < up + range ? Regime.RANGE : Regime.DOWN;
  }

  private double volume(double sigma, double range) {
    double relative =
        sigma / instrument.hourlySigma() + range / (sigma * instrument.referencePrice());
    double noise = Math.max(0.2, 1 + VOLUME_NOISE * random.normal(draw(VOLUME_DRAW)));
    return Math.rint(VOLUME * relative / 2 * noise);
  }

  private double spread(double activity) {
    double noise = 0.8 + 0.4 * random.uniform(draw(SPREAD_DRAW));
    return instrument.quote(
        instrument.symbol().typicalSpread() * sessions.spreadFactor(next, activity) * noise);
  }
}
