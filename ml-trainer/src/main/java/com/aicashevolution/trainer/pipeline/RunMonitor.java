package com.aicashevolution.trainer.pipeline;

/** Watches a run and may stop it. Thread-safe: fits report from threads of their own. */
public interface RunMonitor {

  /**
   * Reports how far the run is.
   *
   * @param fraction of the step, in [0, 1]
   * @param message for a person
   */
  void report(RunStep step, double fraction, String message);

  /** Whether the run shall stop. Asked often; must be cheap. */
  boolean cancelled();
}
