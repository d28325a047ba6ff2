package com.aicashevolution.trainer.fits;

import java.util.List;

/** Makes the fits of a run, here or elsewhere; the results do not depend on it. Thread-safe. */
public interface FitPool {

  /**
   * Makes every order; the results come in their order. Once the watch wants to stop, all of them
   * are {@link FitResult.Cancelled}.
   *
   * @param data of the run, as this process has cut it
   * @throws InterruptedException if the waiting thread is interrupted
   * @throws IllegalStateException if a fit fails
   */
  List<FitResult> run(String trainingId, RunData data, List<FitOrder> orders, FitWatch watch)
      throws InterruptedException;
}
