package com.aicashevolution.trainer.pipeline;

import com.aicashevolution.trainer.dataset.WalkForward;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is fitted for how long in a search by successive halving (Jamieson, Talwalkar, 2016): all
 * trials for few epochs, then the better third for three times as many, until one is left.
 *
 * @param rungs the first of all trials; the last has the most epochs
 */
public record SearchSchedule(List<Rung> rungs) {

  private static final int ETA = 3;

  public SearchSchedule {
    rungs = List.copyOf(rungs);
  }

  /**
   * One comparison.
   *
   * @param trials that are compared, &ge; 2
   * @param epochs of each fit at most
   */
  public record Rung(int trials, int epochs) {}

  /**
   * The schedule that uses as many epochs as it may.
   *
   * @param trials to begin with, &ge; 2
   * @param maxEpochs of a fit that is compared last
   * @param budgetEpochs of all fits together
   * @throws IllegalArgumentException if one epoch each costs more already
   */
  public static SearchSchedule of(int trials, int maxEpochs, int budgetEpochs) {
    if (trials < 2 || maxEpochs < 1) {
      throw new IllegalArgumentException(
          "trials must be >= 2 and maxEpochs >= 1, were " + trials + " and " + maxEpochs);
    }
    for (int epochs = maxEpochs; epochs >= 1; epochs--) {
      SearchSchedule schedule = withLast(trials, epochs);
      if (schedule.epochs() <= budgetEpochs) {
        return schedule;
      }
    }
    throw new IllegalArgumentException(
        "must be at least %d for %d trials, was %d"
            .formatted(leastBudget(trials), trials, budgetEpochs));
  }

  /** The budget below which {@code trials} cannot be compared at all. */
  public static int leastBudget(int trials) {
    return withLast(trials, 1).epochs();
  }

  /** Epochs of all fits together. */
  public int epochs() {
    return WalkForward.SEARCH_FOLDS
        * rungs.stream().mapToInt(rung -> rung.trials() * rung.epochs()).sum();
  }

  private static SearchSchedule withLast(int trials, int epochs) {
    List<Integer> sizes = new ArrayList<>();
    for (int n = trials; n > 1; n = Math.ceilDiv(n, ETA)) {
      sizes.add(n);
    }
    List<Rung> rungs = new ArrayList<>();
    double share = Math.pow(ETA, sizes.size() - 1.0);
    for (int size : sizes) {
      rungs.add(new Rung(size, Math.max(1, (int) Math.round(epochs / share))));
      share /= ETA;
    }
    return new SearchSchedule(rungs);
  }
}
