package com.aicashevolution.market.simulated;

/**
 * The hidden Markov chain and what it does to returns. A standardized return r (in units of the
 * hour's σ) in state s is {@code r = drift_s + autocorrelation_s · r_previous + ε}, ε ~ N(0, 1).
 *
 * @param drift mean standardized return of an up-trend; a down-trend has its negative, a range none
 * @param rangeAutocorrelation in (-1, 0]: how ranging hours take back the hour before; trends do
 *     not
 * @param trendHours mean length of a trend, trading hours
 * @param rangeHours mean length of a range, trading hours
 * @param reversal share of trends that turn into the opposite trend at once; the others end in a
 *     range
 * @param levelPull in [0, 1): how strongly a price away from its reference favours the trend back
 */
public record RegimeDynamics(
    double drift,
    double rangeAutocorrelation,
    double trendHours,
    double rangeHours,
    double reversal,
    double levelPull) {

  /** Relative distance from the reference price at which the level pulls with half its force. */
  private static final double PULL_SCALE = 0.08;

  public RegimeDynamics {
    requireIn("drift", drift, 0, 5);
    requireIn("-rangeAutocorrelation", -rangeAutocorrelation, 0, 0.99);
    requireIn("trendHours", trendHours, 1, 1e6);
    requireIn("rangeHours", rangeHours, 1, 1e6);
    requireIn("reversal", reversal, 0, 1);
    requireIn("levelPull", levelPull, 0, 0.99);
  }

  private static void requireIn(String name, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          name + " must be in [" + min + ", " + max + "], was " + value);
    }
  }

  /** Expected standardized return of an hour in {@code regime} after {@code previousReturn}. */
  double mean(Regime regime, double previousReturn) {
    return switch (regime) {
      case UP -> drift;
      case RANGE -> rangeAutocorrelation * previousReturn;
      case DOWN -> -drift;
    };
  }

  /** Mean squared standardized return over the long run. */
  double meanSquare() {
    double trends = 2 * trendHours;
    double range = rangeHours * visitsOfRange();
    double inTrend = 1 + drift * drift;
    double inRange = 1 / (1 - rangeAutocorrelation * rangeAutocorrelation);
    return (trends * inTrend + range * inRange) / (trends + range);
  }

  /** Ranges per pair of trends. */
  private double visitsOfRange() {
    return 2 * (1 - reversal);
  }

  /**
   * Probability that an hour in {@code from} is followed by one in {@code to}.
   *
   * @param level price over reference price, as seen at the close of the hour
   */
  double transition(Regime from, Regime to, double level) {
    double leave = 1 / (from == Regime.RANGE ? rangeHours : trendHours);
    if (from == to) {
      return 1 - leave;
    }
    double up = upShare(level);
    return leave
        * switch (to) {
          case RANGE -> 1 - reversal(from, up);
          case UP -> from == Regime.RANGE ? up : reversal(from, up);
          case DOWN -> from == Regime.RANGE ? 1 - up : reversal(from, up);
        };
  }

  private double reversal(Regime from, double upShare) {
    double towardsOpposite = from == Regime.UP ? 1 - upShare : upShare;
    return Math.clamp(2 * reversal * towardsOpposite, 0, 1);
  }

  private double upShare(double level) {
    double distance = (level - 1 / level) / 2 / PULL_SCALE;
    return 0.5 * (1 - levelPull * distance / (1 + Math.abs(distance)));
  }
}
