package com.aicashevolution.trainer.training;

import java.util.Map;

/**
 * Fits networks. Thread-safe; the outcome is a pure function of the task, whatever runs beside it.
 */
public interface Fitter {

  FitOutcome fit(FitTask task, FitObserver observer);

  /**
   * What the fitting library itself answers with a network it wrote: the reference serving is held
   * against.
   *
   * @param modelZip as in {@link FitOutcome.FittedNetwork#modelZip()}
   * @param windows standardized, row-major {@code [count, 20, 17]}
   * @return softmax, row-major {@code [count, 3]}
   */
  float[] referenceProbabilities(byte[] modelZip, float[] windows);

  /** Versions of the library and its native backend, for the manifest. */
  Map<String, String> provenance();
}
