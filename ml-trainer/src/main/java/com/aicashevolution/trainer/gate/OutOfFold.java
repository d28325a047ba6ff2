package com.aicashevolution.trainer.gate;

import com.aicashevolution.evaluation.ConformalClassifier;
import com.aicashevolution.evaluation.ConformalCoverage;
import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.evaluation.WalkForwardReport.FoldResult;
import com.aicashevolution.evaluation.WalkForwardReport.SeedResult;
import java.util.List;

/**
 * What the folds say, and how the network to be published follows from it.
 *
 * @param report of the chosen seed, beside the baselines
 * @param refit how the whole development part is to be fitted
 * @param accuracy of the chosen seed
 * @param sets of each seed over all folds
 */
public record OutOfFold(
    List<SeedResult> seeds,
    List<FoldResult> folds,
    EvaluationReport report,
    RefitChoice refit,
    ResampledMean accuracy,
    List<ConformalCoverage> sets) {

  public OutOfFold {
    seeds = List.copyOf(seeds);
    folds = List.copyOf(folds);
    sets = List.copyOf(sets);
  }

  /**
   * How the network to be published is fitted: nothing about it is the best of anything.
   *
   * @param seed the one whose out-of-fold log-loss is the median
   * @param epochs the median best epoch of all fits
   * @param calibration fitted on the out-of-fold logits of all fits
   * @param sets fitted on the same, calibrated
   */
  public record RefitChoice(
      long seed, int epochs, TemperatureScaling calibration, ConformalClassifier sets) {}
}
