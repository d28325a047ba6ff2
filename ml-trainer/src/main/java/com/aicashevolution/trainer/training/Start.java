package com.aicashevolution.trainer.training;

import com.aicashevolution.feature.Standardizer;

/** Where a fit begins. */
public sealed interface Start {

  /** From initial weights that follow from its seed. */
  record Random() implements Start {}

  /**
   * From the function that a published network computes.
   *
   * @param modelZip the library's own file of it
   * @param standardizer of the windows it was fitted on; a fit has one of its own
   */
  record Parent(byte[] modelZip, Standardizer standardizer) implements Start {}
}
