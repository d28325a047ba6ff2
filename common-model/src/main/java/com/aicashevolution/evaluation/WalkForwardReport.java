package com.aicashevolution.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a walk-forward examination measured: every seed on the samples no fit of it had seen, and
 * the one network that is published on the holdout, once.
 *
 * @param seeds each judged on all out-of-fold samples together, in the order they were fitted
 * @param folds in the order of time
 * @param holdout the published network on the untouched end of the data
 * @param sets how conformal sets did; null where it was measured before that was
 */
public record WalkForwardReport(
    List<SeedResult> seeds,
    List<FoldResult> folds,
    HoldoutResult holdout,
    @Nullable ConformalResult sets) {

  public WalkForwardReport {
    seeds = List.copyOf(seeds);
    folds = List.copyOf(folds);
  }

  /**
   * One seed over all folds, calibrated inside each.
   *
   * @param dailyRisk of its trades, summed over all symbols by the UTC day they were signalled,
   *     days without a trade included, in ATR
   * @param accuracy with its block-bootstrap bounds
   * @param skillOver each baseline that learns nothing of where the price goes
   * @param skillOverLearned each baseline that does: the edge may be theirs as well
   */
  public record SeedResult(
      long seed,
      ClassificationMetrics model,
      TradingMetrics trading,
      TradeRisk dailyRisk,
      Interval accuracy,
      Map<String, Skill> skillOver,
      Map<String, Skill> skillOverLearned) {

    public SeedResult {
      skillOver = Map.copyOf(skillOver);
      skillOverLearned = Map.copyOf(skillOverLearned);
    }
  }

  /**
   * One fold.
   *
   * @param fold counted from 0
   * @param from open time of the first bar judged
   * @param to open time of the last bar judged
   * @param samples judged
   * @param fits one per seed
   */
  public record FoldResult(
      int fold,
      Instant from,
      Instant to,
      int trainSamples,
      int validationSamples,
      int samples,
      List<FitResult> fits) {

    public FoldResult {
      fits = List.copyOf(fits);
    }
  }

  /**
   * One fit on the block after what it learned from.
   *
   * @param bestEpoch counted from 1
   * @param temperature fitted on the fold's validation part
   */
  public record FitResult(
      long seed, int bestEpoch, double temperature, double accuracy, double logLoss) {}

  /**
   * The published network on the holdout.
   *
   * @param from open time of the first bar judged
   * @param to open time of the last bar judged
   * @param report beside the baselines, fitted on the same development part
   * @param accuracy with its block-bootstrap bounds
   * @param change accuracy here minus accuracy out of fold, with bounds over both
   */
  public record HoldoutResult(
      Instant from, Instant to, EvaluationReport report, Interval accuracy, Interval change) {}

  /**
   * Sets of directions that hold the right one with a stated probability.
   *
   * @param published of the published network, its quantile found on the out-of-fold logits of all
   *     fits, as its temperature is
   * @param seeds in the order of the seeds: all folds together, the quantile of each found on its
   *     own validation part
   * @param holdout the published sets there
   */
  public record ConformalResult(
      ConformalClassifier published, List<ConformalCoverage> seeds, ConformalCoverage holdout) {

    public ConformalResult {
      seeds = List.copyOf(seeds);
    }
  }
}
