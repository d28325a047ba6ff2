package com.aicashevolution.trainer.dataset;

import java.util.List;

/**
 * Everything a run fits on and judges with.
 *
 * @param folds each judged on the block after it, in the order of time
 * @param refit the whole development part, without validation, to be judged on the holdout once
 */
public record FoldPlan(List<Fold> folds, Fold refit) {

  public FoldPlan {
    folds = List.copyOf(folds);
  }

  /** All samples that some fold judges, in order of time. */
  public SampleSet outOfFold() {
    return SampleSet.joined(folds.stream().map(Fold::test).toList());
  }

  /** Windows of the smallest training part. */
  public int leastTrainSamples() {
    return folds.stream().mapToInt(fold -> fold.train().size()).min().orElse(0);
  }
}
