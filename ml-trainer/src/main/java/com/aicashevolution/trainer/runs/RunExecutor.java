package com.aicashevolution.trainer.runs;

import com.aicashevolution.trainer.pipeline.RunOutcome;
import com.aicashevolution.trainer.pipeline.TrainingPipeline;
import com.aicashevolution.trainer.runs.TrainingRunStore.Ending;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes queued runs, one at a time. Must be called by at most one thread of one process at a
 * time, across all replicas: the caller holds the lock.
 */
public final class RunExecutor {

  private static final Logger LOG = LoggerFactory.getLogger(RunExecutor.class);

  private final TrainingRunStore store;
  private final RunPlanner planner;
  private final TrainingPipeline pipeline;
  private final CurrentRun current;
  private final Clock clock;

  public RunExecutor(
      TrainingRunStore store,
      RunPlanner planner,
      TrainingPipeline pipeline,
      CurrentRun current,
      Clock clock) {
    this.store = store;
    this.planner = planner;
    this.pipeline = pipeline;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Executes the queued run, if there is one.
   *
   * @return whether there was one
   * @throws InterruptedException if the process is going down; the run is ended as FAILED first
   */
  public boolean executeNext() throws InterruptedException {
    for (String abandoned : store.abandonRunning(clock.instant())) {
      LOG.warn("event=training_crashed training_id={}", abandoned);
    }
    Optional<TrainingRun> claimed = store.claim(clock.instant());
    if (claimed.isEmpty()) {
      return false;
    }
    TrainingRun run = claimed.get();
    LOG.info(
        "event=training_started training_id={} line={} requested_by={}",
        run.trainingId(),
        run.request().lineOrGlobal(),
        run.requestedBy());
    try (ReportedRun reported = current.begin(run.trainingId())) {
      end(run, execute(run, reported), reported);
    }
    return true;
  }

  private Ending execute(TrainingRun run, ReportedRun reported) throws InterruptedException {
    try {
      RunOutcome outcome =
          pipeline.run(planner.plan(run.trainingId(), run.request(), run.requestedBy()), reported);
      return Endings.of(outcome, reported.step());
    } catch (InterruptedException e) {
      end(run, Endings.failed(reported.step(), "the trainer was shut down"), reported);
      throw e;
    } catch (IOException e) {
      LOG.error(
          "event=training_failed training_id={} runbook=training-failed", run.trainingId(), e);
      return Endings.failed(
          reported.step(), "the artifact store failed: " + e.getClass().getSimpleName());
    } catch (RuntimeException e) {
      LOG.error(
          "event=training_failed training_id={} runbook=training-failed", run.trainingId(), e);
      return Endings.failed(reported.step(), Endings.sentence(e));
    }
  }

  private void end(TrainingRun run, Ending ending, ReportedRun reported) {
    boolean ours = !reported.lost() && store.finish(run.trainingId(), ending, clock.instant());
    LOG.info(
        "event=training_ended training_id={} status={} recorded={} message=\"{}\"",
        run.trainingId(),
        ending.status().wireName(),
        ours,
        ending.message());
  }
}
