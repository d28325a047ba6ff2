package com.aicashevolution.trainer.fits;

import com.aicashevolution.trainer.training.Hyperparameters;
import com.aicashevolution.trainer.training.Stopping;

/**
 * One fit of a run as any trainer can be asked for it: with the run's data it is a {@code FitTask}.
 *
 * @param number of the fit within its run, from 0
 * @param kind which cut of the data it is fitted on
 * @param fold number within that cut; the refit's does not matter
 * @param seed of initial weights, shuffling and dropout
 */
public record FitOrder(
    int number,
    Kind kind,
    int fold,
    long seed,
    Hyperparameters hyperparameters,
    Stopping stopping) {

  public FitOrder {
    if (number < 0 || fold < 0) {
      throw new IllegalArgumentException(
          "number and fold must be >= 0, were " + number + " and " + fold);
    }
  }

  /** Epochs that are run at most. */
  public int maxEpochs() {
    return switch (stopping) {
      case Stopping.OnValidation _ -> hyperparameters.optimisation().maxEpochs();
      case Stopping.AfterEpochs(int epochs) -> epochs;
    };
  }

  /** What a fit is for. */
  public enum Kind {
    /** Compares hyper-parameters, on data before anything a fold is judged on. */
    SEARCH,
    /** Is evidence: judged on the block after its fold. */
    FOLD,
    /** Makes the network that is published. */
    REFIT
  }
}
