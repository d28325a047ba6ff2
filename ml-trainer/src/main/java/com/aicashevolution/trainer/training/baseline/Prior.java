package com.aicashevolution.trainer.training.baseline;

import com.aicashevolution.evaluation.ClassPrior;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.trainer.dataset.Fold;

/** The class shares of the training part, whatever the question. */
public final class Prior implements Baseline {

  @Override
  public String name() {
    return ClassPrior.NAME;
  }

  @Override
  public boolean learned() {
    return false;
  }

  @Override
  public float[] probabilities(Fold fold) {
    ClassPrior prior = ClassPrior.of(fold.train().labels());
    float[] probabilities = new float[fold.test().size() * Direction.COUNT];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = prior.shares().get(i % Direction.COUNT);
    }
    return probabilities;
  }
}
