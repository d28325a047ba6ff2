package com.aicashevolution.trainer.backtest.jobs;

import com.aicashevolution.trainer.backtest.BacktestMonitor;
import com.aicashevolution.trainer.backtest.jobs.JobStore.Ending;
import java.io.IOException;

/** What executing a job means. Thread-safe; holds no state of a job. */
@FunctionalInterface
public interface JobWork {

  /**
   * Runs {@code job} to its end.
   *
   * @throws IOException if the artifact store fails
   * @throws InterruptedException if the process is going down
   */
  Ending run(Job job, BacktestMonitor monitor) throws IOException, InterruptedException;
}
