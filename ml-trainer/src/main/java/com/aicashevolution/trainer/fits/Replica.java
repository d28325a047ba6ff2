package com.aicashevolution.trainer.fits;

/**
 * This process among all trainers.
 *
 * @param name of its own, and of no process before it
 * @param parallelism fits at once
 */
public record Replica(String name, int parallelism) {

  public Replica {
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism must be >= 1, was " + parallelism);
    }
  }
}
