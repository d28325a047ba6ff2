package com.aicashevolution.trainer.pipeline;

import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.evaluation.Skill;
import com.aicashevolution.evaluation.WalkForwardReport;
import com.aicashevolution.trainer.training.Hyperparameters;
import com.aicashevolution.trainer.training.WarmStart;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a run.
 *
 * @param report of the published seed out of fold, beside the baselines
 * @param skill the weakest of all seeds over all baselines that learn nothing
 * @param walkForward every seed, every fold, and the holdout
 * @param temperature of the calibration
 * @param seed of the published network: the one whose out-of-fold log-loss is the median
 * @param epochs the published network was fitted for: the median best epoch of the folds
 * @param weightsSha256 of {@code weights.safetensors}, lower-case hex
 * @param dataHash of the candles, lower-case hex
 * @param samples what the parts held
 * @param samplesPerSecond mean over the fits
 * @param hyperparameters of every fit that was judged, and of the published one; null in rows from
 *     before they were kept
 * @param search how they were chosen; null where they were not
 * @param warmStart the version that every fit began from; null for random weights
 */
public record RunMetrics(
    EvaluationReport report,
    Skill skill,
    WalkForwardReport walkForward,
    double temperature,
    long seed,
    int epochs,
    String weightsSha256,
    String dataHash,
    Samples samples,
    double samplesPerSecond,
    @Nullable Hyperparameters hyperparameters,
    @Nullable SearchOutcome search,
    @Nullable WarmStart warmStart) {

  /**
   * Sizes of the parts.
   *
   * @param train fitted on by the published network
   * @param outOfFold judged by every seed
   * @param holdout judged by the published network, once
   * @param excludedForGaps bars left out because their window spans an abnormal gap
   */
  public record Samples(int train, int outOfFold, int holdout, int excludedForGaps) {}
}
