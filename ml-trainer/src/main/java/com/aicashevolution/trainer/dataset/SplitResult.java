package com.aicashevolution.trainer.dataset;

/** What a dataset could be cut into. */
public sealed interface SplitResult {

  /** Folds and a refit whose parts all have samples. */
  record Cut(FoldPlan plan) implements SplitResult {}

  /** At least one part would have no sample; {@code fold} is the first that lacks one. */
  record TooLittleData(int fold, int train, int validation, int test) implements SplitResult {}
}
