package com.aicashevolution.trainer.training;

import com.aicashevolution.lstm.LstmParameters;

/** How a fit ended. */
public sealed interface FitOutcome {

  /** A network, with the weights of its best epoch, or of the last if nothing was validated. */
  record Fitted(FittedNetwork network) implements FitOutcome {}

  /** Somebody asked it to stop. */
  record Cancelled() implements FitOutcome {}

  /**
   * The loss left the finite numbers.
   *
   * @param epoch counted from 1
   */
  record Diverged(int epoch) implements FitOutcome {}

  /**
   * Weights twice: as the library writes them and as serving reads them.
   *
   * @param seed of the fit
   * @param modelZip the library's own file
   * @param parameters the same weights for the serving kernel
   * @param bestEpoch the epoch the weights are of, counted from 1
   * @param epochs epochs that were run
   * @param validationLogLoss of the best epoch, nats, before calibration; NaN without validation
   * @param samplesPerSecond windows fitted per second, validation passes excluded
   */
  record FittedNetwork(
      long seed,
      byte[] modelZip,
      LstmParameters parameters,
      int bestEpoch,
      int epochs,
      double validationLogLoss,
      double samplesPerSecond) {}
}
