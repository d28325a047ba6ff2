package com.aicashevolution.trainer.bench;

/** Fits the default network to minibatches of one size. */
public interface Contestant extends AutoCloseable {

  /**
   * One step of the optimiser.
   *
   * @param windows row-major {@code [batch, steps, features]}
   * @param classes one for each window, 0 to 2
   */
  void fit(float[] windows, int[] classes);

  @Override
  void close();
}
