package com.aicashevolution.trainer.validation;

/** How a validation ended, where nothing broke. */
public sealed interface ValidationOutcome {

  record Validated(ValidationReport report) implements ValidationOutcome {}

  /**
   * There was nothing to judge.
   *
   * @param why a complete sentence with its numbers
   */
  record Impossible(String why) implements ValidationOutcome {}

  /** Somebody asked it to stop. */
  record Cancelled() implements ValidationOutcome {}
}
