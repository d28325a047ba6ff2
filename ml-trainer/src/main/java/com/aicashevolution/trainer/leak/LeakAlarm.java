package com.aicashevolution.trainer.leak;

/**
 * What a canary says.
 *
 * @param canary which one
 * @param sentence where and what, with its numbers
 */
public record LeakAlarm(Canary canary, String sentence) {

  /** What is watched. */
  public enum Canary {
    /** What a window holds changes with bars after it. */
    FEATURES,
    /** A label changes with bars after the one it is said to be settled by. */
    LABELS,
    /** A part holds samples that are later than some of the part after it. */
    ORDER,
    /** A label of a part is settled by bars of the part after it. */
    PURGE,
    /** A window of a part reaches back to where labels of the part before it are settled. */
    EMBARGO,
    /** What is standardized with was fitted on more than the training part. */
    STANDARDIZER,
    /** The direction of a random walk is foretold. */
    CHANCE
  }
}
