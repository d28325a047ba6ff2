package com.aicashevolution.trainer.publishing;

/** Serving would not answer what the trained network answers: a bug, and no version. */
public final class UnfaithfulExportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnfaithfulExportException(ServingAgreement agreement) {
    super(
        "the serving kernel differs from the training library by "
            + agreement.maxDifference()
            + " on "
            + agreement.windows()
            + " windows; at most "
            + ServingAgreement.TOLERANCE
            + " is allowed, so nothing was published");
  }
}
