package com.aicashevolution.trainer.pipeline;

import java.io.IOException;

/** What executing a run means. Thread-safe; holds no state of a run. */
@FunctionalInterface
public interface RunWork {

  /**
   * Runs {@code plan} to its end.
   *
   * @throws IOException if the artifact store fails
   * @throws InterruptedException if the thread is interrupted while fits run; they are stopped
   */
  RunOutcome run(RunPlan plan, RunMonitor monitor) throws IOException, InterruptedException;
}
