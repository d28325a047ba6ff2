package com.aicashevolution.trainer.training;

import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.trainer.dataset.Fold;

/**
 * One fit: the unit of work of a run. It follows from the run's plan, the number of the fold, the
 * seed and the stopping, so that another process with the same candles can make the same one.
 *
 * @param fold training part to fit on, validation part to stop on
 * @param standardizer fitted on the fold's training part
 * @param seed of initial weights, shuffling and dropout
 * @param stopping on validation only where the fold has a validation part
 * @param start where its weights begin
 */
public record FitTask(
    Fold fold,
    Standardizer standardizer,
    Hyperparameters hyperparameters,
    long seed,
    Stopping stopping,
    Start start) {

  public FitTask {
    if (stopping instanceof Stopping.OnValidation && fold.validation().size() == 0) {
      throw new IllegalArgumentException(
          "a fit that stops on validation needs samples to validate on, fold "
              + fold.number()
              + " has 0");
    }
  }

  /** A fit that begins from random weights. */
  public FitTask(
      Fold fold,
      Standardizer standardizer,
      Hyperparameters hyperparameters,
      long seed,
      Stopping stopping) {
    this(fold, standardizer, hyperparameters, seed, stopping, new Start.Random());
  }

  /** A fit of {@code fold} that stops on its validation part. */
  public static FitTask onValidation(
      Fold fold, Standardizer standardizer, Hyperparameters hyperparameters, long seed) {
    return new FitTask(fold, standardizer, hyperparameters, seed, new Stopping.OnValidation());
  }

  /** Epochs that are run at most. */
  public int maxEpochs() {
    return switch (stopping) {
      case Stopping.OnValidation _ -> hyperparameters.optimisation().maxEpochs();
      case Stopping.AfterEpochs(int epochs) -> epochs;
    };
  }
}
