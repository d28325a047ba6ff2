package com.aicashevolution.trainer.training;

/** Watches a fit and may stop it. Called from the fitting thread, after every minibatch at most. */
public interface FitObserver {

  /** Whether the fit shall stop; asked before every minibatch. */
  boolean cancelled();

  /** Reports how far the fit is. */
  void progressed(FitProgress progress);

  /**
   * How far a fit is.
   *
   * @param seed of the fit
   * @param epoch running or just finished, counted from 1
   * @param maxEpochs epochs at most
   * @param epochFraction share of the epoch that is done, 1 when it has just been validated
   * @param samplesPerSecond windows fitted per second so far
   * @param validationLogLoss of the last finished epoch, NaN before the first and without
   *     validation
   * @param bestValidationLogLoss NaN likewise
   */
  record FitProgress(
      long seed,
      int epoch,
      int maxEpochs,
      double epochFraction,
      double samplesPerSecond,
      double validationLogLoss,
      double bestValidationLogLoss) {

    /** Share of the fit that is done if it uses all its epochs, in [0, 1]. */
    public double fraction() {
      return (epoch - 1 + epochFraction) / maxEpochs;
    }
  }
}
