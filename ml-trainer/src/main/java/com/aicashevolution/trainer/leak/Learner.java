package com.aicashevolution.trainer.leak;

import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.trainer.dataset.Fold;

/** Anything that learns from a fold's training part and answers for its test part. */
@FunctionalInterface
public interface Learner {

  /** How likely each class is, in any increasing scale, row-major {@code [test.size(), 3]}. */
  float[] answers(Fold fold, Standardizer standardizer);
}
