package com.aicashevolution.trainer.training;

/** When a fit ends. */
public sealed interface Stopping {

  /** After the patience of the hyper-parameters, with the weights of the best epoch. */
  record OnValidation() implements Stopping {}

  /**
   * After a number of epochs that others chose, with the weights of the last. The learning rate
   * falls as if all {@code maxEpochs} were run, as it did for those others.
   */
  record AfterEpochs(int epochs) implements Stopping {

    public AfterEpochs {
      if (epochs < 1) {
        throw new IllegalArgumentException("epochs must be >= 1, was " + epochs);
      }
    }
  }
}
