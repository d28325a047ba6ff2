package com.aicashevolution.label;

/** Whether the answer at a bar is known yet. */
public sealed interface LabelResult {

  /** The horizon has passed. */
  record Resolved(Label label) implements LabelResult {}

  /**
   * The horizon has not passed.
   *
   * @param barsMissing how many more bars must close before the answer is known
   */
  record Unresolved(int barsMissing) implements LabelResult {

    public Unresolved {
      if (barsMissing < 1) {
        throw new IllegalArgumentException("barsMissing must be >= 1, was " + barsMissing);
      }
    }
  }
}
