package com.aicashevolution.trainer.dataset;

/** What a dataset could be cut into. */
public sealed interface SplitResult {

  /** Three parts with samples. */
  record Cut(Fold fold) implements SplitResult {}

  /** At least one part would have no sample. */
  record TooLittleData(int train, int validation, int test) implements SplitResult {}
}
