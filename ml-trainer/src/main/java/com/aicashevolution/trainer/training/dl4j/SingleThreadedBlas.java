package com.aicashevolution.trainer.training.dl4j;

import org.jspecify.annotations.Nullable;

/** Refuses to start where a fit would not be reproducible. */
public final class SingleThreadedBlas {

  private SingleThreadedBlas() {}

  /**
   * Checks the environment before the native library is loaded: afterwards it is too late.
   *
   * @param ompNumThreads value of {@code OMP_NUM_THREADS}, null if unset
   * @throws IllegalStateException unless it is 1
   */
  public static void require(@Nullable String ompNumThreads) {
    if (!"1".equals(ompNumThreads)) {
      throw new IllegalStateException(
          "OMP_NUM_THREADS must be 1 in the trainer's environment, was "
              + (ompNumThreads == null ? "not set" : "'" + ompNumThreads + "'")
              + ": with more threads inside a fit the same seed gives other weights, and slower");
    }
  }
}
