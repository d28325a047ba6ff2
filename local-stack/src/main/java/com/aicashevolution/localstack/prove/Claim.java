package com.aicashevolution.localstack.prove;

/** One promise with its measurement. */
public interface Claim {
  /** As typed after {@code ./ml prove}. */
  String name();

  /** The promise in one sentence. */
  String statement();

  /** What the figure must be for the promise to hold. */
  String goal();

  /**
   * Measures.
   *
   * @param scene the stack to measure
   * @param full whether at the size of the issue instead of in a minute or two
   */
  Finding measure(Scene scene, boolean full);
}
