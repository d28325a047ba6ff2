package com.aicashevolution.trainer.runs;

import com.aicashevolution.platform.observability.LogField;
import com.aicashevolution.trainer.pipeline.RunPlan;
import com.aicashevolution.trainer.pipeline.RunWork;
import com.aicashevolution.trainer.runs.TrainingRunStore.Ending;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes queued runs, one at a time. Must be called by at most one thread of one process at a
 * time, across all replicas: the caller holds the lock.
 */
public final class RunExecutor {

  private static final Logger LOG = LoggerFactory.getLogger(RunExecutor.class);

  private final RunHistory history;
  private final RunPlanner planner;
  private final RunWork work;
  private final CurrentRun current;

  public RunExecutor(RunHistory history, RunPlanner planner, RunWork work, CurrentRun current) {
    this.history = history;
    this.planner = planner;
    this.work = work;
    this.current = current;
  }

  /**
   * Executes the queued run, or the one a vanished trainer left, if there is one.
   *
   * @return whether there was one
   * @throws InterruptedException if the process is going down; the run is left to another trainer,
   *     or to this one once it is back
   */
  public boolean executeNext() throws InterruptedException {
    if (current.running().isPresent()) {
      // Taken for dead while the database was away, and alive: the run is in the best of hands.
      return false;
    }
    Optional<TrainingRun> claimed = history.next();
    if (claimed.isEmpty()) {
      return false;
    }
    TrainingRun run = claimed.get();
    LogField.TRAINING_ID.note(run.trainingId());
    try (ReportedRun reported = current.begin(run.trainingId())) {
      history.end(run, execute(run, reported), reported.lost());
    } catch (InterruptedException e) {
      history.handOver(run);
      throw e;
    } finally {
      LogField.clear();
    }
    return true;
  }

  private Ending execute(TrainingRun run, ReportedRun reported) throws InterruptedException {
    try {
      RunPlan plan = history.plan(run, planner);
      return Endings.of(work.run(plan, reported), reported.step());
    } catch (IOException | RuntimeException e) {
      LOG.error(
          "event=training_failed training_id={} runbook=training-failed", run.trainingId(), e);
      return Endings.failed(reported.step(), Endings.sentence(e));
    }
  }
}
