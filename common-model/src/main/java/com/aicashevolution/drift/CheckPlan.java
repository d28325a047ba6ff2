package com.aicashevolution.drift;

/**
 * How often drift is looked for, on how much, and how rarely nothing may be called something.
 *
 * @param windowBars newest bars whose distribution is compared, &ge; 20
 * @param barsBetweenChecks bars from one check to the next, &ge; 1
 * @param distributionRunLength mean number of checks between false alarms of the distributions of
 *     all features together, &gt; 1
 * @param volatilityRunLength the same for {@link VolatilityWatch}
 */
public record CheckPlan(
    int windowBars,
    int barsBetweenChecks,
    double distributionRunLength,
    double volatilityRunLength) {

  /**
   * Hourly bars, checked every day on two trading weeks: 65 checks in a quarter of a currency pair,
   * and so about 0.6 of a false alarm by both means together.
   */
  public static final CheckPlan DAILY = new CheckPlan(240, 24, 600, 150);

  public CheckPlan {
    if (windowBars < 20) {
      throw new IllegalArgumentException("windowBars must be >= 20, were " + windowBars);
    }
    if (barsBetweenChecks < 1) {
      throw new IllegalArgumentException(
          "barsBetweenChecks must be >= 1, were " + barsBetweenChecks);
    }
    requireRunLength("distributionRunLength", distributionRunLength);
    requireRunLength("volatilityRunLength", volatilityRunLength);
  }

  private static void requireRunLength(String name, double checks) {
    if (!(checks > 1 && checks < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and > 1, was " + checks);
    }
  }
}
