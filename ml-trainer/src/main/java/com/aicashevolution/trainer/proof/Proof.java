package com.aicashevolution.trainer.proof;

/** One promise of the trainer with its measurement; needs no stack. */
public interface Proof {

  /** As typed after {@code ./ml prove}. */
  String name();

  /** What the figure must be for the promise to hold. */
  String goal();

  /**
   * Measures; the same figure every time.
   *
   * @throws InterruptedException if the waiting thread is interrupted
   */
  Finding measure(Effort effort, ProofProgress progress) throws InterruptedException;

  /**
   * How much may be spent.
   *
   * @param full whether the size that the promise is stated for, instead of a minute or two
   * @param parallelism simulations or fits at once; changes no figure
   */
  record Effort(boolean full, int parallelism) {

    public Effort {
      if (parallelism < 1) {
        throw new IllegalArgumentException("parallelism must be >= 1, was " + parallelism);
      }
    }
  }

  /** Who watches a measurement. Thread-safe. */
  @FunctionalInterface
  interface ProofProgress {

    /**
     * Says how far a step is.
     *
     * @param done of {@code total} {@code unit}s; never decreases within a step
     */
    void at(String step, double done, long total, String unit);
  }
}
