package com.aicashevolution.trainer.pipeline;

/**
 * What a search may cost.
 *
 * @param trials hyper-parameters that are compared, those of the run among them
 * @param budget epochs of all their fits together, at most
 */
public record SearchSpec(int trials, int budget) {

  /** What no search may exceed. */
  public static final int MAX_TRIALS = 64;

  public SearchSpec {
    if (trials < 2 || trials > MAX_TRIALS) {
      throw new IllegalArgumentException(
          "trials must be in [2, " + MAX_TRIALS + "], were " + trials);
    }
    if (budget < SearchSchedule.leastBudget(trials)) {
      throw new IllegalArgumentException(
          "budget must be >= %d for %d trials, was %d"
              .formatted(SearchSchedule.leastBudget(trials), trials, budget));
    }
  }
}
