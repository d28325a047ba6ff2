package com.aicashevolution.trainer.gate;

import com.aicashevolution.evaluation.Skill;
import com.aicashevolution.evaluation.WalkForwardReport;
import java.util.Comparator;
import java.util.List;

/**
 * What the gate decides on.
 *
 * @param data what the networks were fitted and judged on
 * @param report every seed out of fold, and the published network on the holdout
 */
public record Evidence(Data data, WalkForwardReport report) {

  /**
   * The data behind the figures.
   *
   * @param leastTrainSamples windows in the smallest training part
   * @param outOfFoldSamples judged by every seed
   * @param holdoutSamples judged once
   * @param simulated whether any of it came from a simulated market
   * @param excludedShare of labelled bars, left out because their window spans an abnormal gap
   * @param trials fits of this line in the ledger, those of this run included
   * @param leaks what the canaries said about the way from its candles to its folds
   */
  public record Data(
      int leastTrainSamples,
      int outOfFoldSamples,
      int holdoutSamples,
      boolean simulated,
      double excludedShare,
      long trials,
      List<String> leaks) {

    public Data {
      leaks = List.copyOf(leaks);
    }

    /** Where no canary said anything. */
    public Data(
        int leastTrainSamples,
        int outOfFoldSamples,
        int holdoutSamples,
        boolean simulated,
        double excludedShare,
        long trials) {
      this(
          leastTrainSamples,
          outOfFoldSamples,
          holdoutSamples,
          simulated,
          excludedShare,
          trials,
          List.of());
    }
  }

  /** The least lower bound of skill over what learns nothing, whatever the seed. */
  public Skill weakestSkill() {
    return report.seeds().stream()
        .flatMap(seed -> seed.skillOver().values().stream())
        .min(Comparator.comparingDouble(Skill::lower))
        .orElseThrow();
  }
}
