package com.aicashevolution.drift;

import com.aicashevolution.market.Timeframe;

/**
 * How often drift is looked for, on how much, and how rarely nothing may be called something.
 *
 * @param windowBars newest bars whose distribution is compared, &ge; 20
 * @param barsBetweenChecks bars from one check to the next, &ge; 1
 * @param distributionRunLength mean number of checks between false alarms of the distributions of
 *     all features together, &gt; 1
 * @param volatilityRunLength the same for {@link VolatilityWatch}
 * @param answerRunLength the same for {@link AnswerReference}
 */
public record CheckPlan(
    int windowBars,
    int barsBetweenChecks,
    double distributionRunLength,
    double volatilityRunLength,
    double answerRunLength) {

  /**
   * Hourly bars, checked every day on two trading weeks: 65 checks in a quarter of a currency pair,
   * and so about 0.6 of a false alarm by all means together.
   */
  public static final CheckPlan DAILY = new CheckPlan(240, 24, 600, 150, 1200);

  /** Windows of a history, half of them compared with the other half, that a tail is read from. */
  private static final int LEAST_WINDOWS = 12;

  private static final int SECONDS_PER_DAY = 86_400;
  private static final int WINDOW_DAYS = 10;
  private static final int LEAST_WINDOW = 20;

  public CheckPlan {
    if (windowBars < LEAST_WINDOW) {
      throw new IllegalArgumentException(
          "windowBars must be >= " + LEAST_WINDOW + ", were " + windowBars);
    }
    if (barsBetweenChecks < 1) {
      throw new IllegalArgumentException(
          "barsBetweenChecks must be >= 1, were " + barsBetweenChecks);
    }
    requireRunLength("distributionRunLength", distributionRunLength);
    requireRunLength("volatilityRunLength", volatilityRunLength);
    requireRunLength("answerRunLength", answerRunLength);
  }

  /** {@link #DAILY} in bars of another length: a day between checks, two trading weeks compared. */
  public static CheckPlan daily(Timeframe timeframe) {
    int perDay = Math.max(1, (int) (SECONDS_PER_DAY / timeframe.seconds()));
    return new CheckPlan(
        Math.max(LEAST_WINDOW, WINDOW_DAYS * perDay),
        perDay,
        DAILY.distributionRunLength,
        DAILY.volatilityRunLength,
        DAILY.answerRunLength);
  }

  /** Bars, or answers, that must be there to learn from. */
  public int leastBars() {
    return LEAST_WINDOWS * windowBars;
  }

  /** Checks whose windows have bars in common. */
  double overlap() {
    return Math.max(1, (double) windowBars / barsBetweenChecks);
  }

  /** How probable it is that a check of one symbol that does not drift calls drift. */
  public double falseAlarmProbability() {
    return 1 / distributionRunLength + 1 / volatilityRunLength + 1 / answerRunLength;
  }

  /**
   * How many of so many symbols must be called drifted at once for all of them together to be: as
   * many as would be no more often, by chance and independently, than a single one is.
   *
   * @param symbols &ge; 0
   */
  public int symbolsBeyondChance(int symbols) {
    double p = falseAlarmProbability();
    double exactly = StrictMath.pow(1 - p, symbols);
    double more = 1 - exactly;
    int needed = 1;
    while (more > p * (1 + 1e-9) && needed < symbols) {
      exactly *= (symbols - needed + 1.0) / needed * p / (1 - p);
      more -= exactly;
      needed++;
    }
    return needed;
  }

  private static void requireRunLength(String name, double checks) {
    if (!(checks > 1 && checks < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and > 1, was " + checks);
    }
  }
}
