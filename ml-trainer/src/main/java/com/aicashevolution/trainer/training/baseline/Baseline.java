package com.aicashevolution.trainer.training.baseline;

import com.aicashevolution.trainer.dataset.Fold;

/**
 * What a network must beat to be worth its trouble. Fitted on a fold's training part and asked
 * about its test part, as a network is; deterministic. Thread-safe.
 */
public interface Baseline {

  /** Stable name in reports. */
  String name();

  /**
   * Whether it learns where the price goes, as a network does: where there is an edge it may find
   * it as well, and beating it is no proof of one.
   */
  boolean learned();

  /** Probabilities of {@code fold.test()}, row-major {@code [fold.test().size(), 3]}. */
  float[] probabilities(Fold fold);
}
