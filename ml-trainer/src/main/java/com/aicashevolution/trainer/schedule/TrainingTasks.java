package com.aicashevolution.trainer.schedule;

import com.aicashevolution.trainer.runs.RunExecutor;
import com.aicashevolution.trainer.runs.TrainingQueue;
import com.aicashevolution.trainer.runs.TrainingRequest;
import com.aicashevolution.trainer.runs.TrainingRunStore.EnqueueResult;
import com.aicashevolution.trainer.runs.TrainingTrigger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the scheduled tasks do, free of any scheduler. Thread-safe. */
public final class TrainingTasks {

  private static final Logger LOG = LoggerFactory.getLogger(TrainingTasks.class);
  private static final String ACTOR = "schedule";

  private final RunExecutor executor;
  private final TrainingQueue queue;
  private final StalenessCheck staleness;

  public TrainingTasks(RunExecutor executor, TrainingQueue queue, StalenessCheck staleness) {
    this.executor = executor;
    this.queue = queue;
    this.staleness = staleness;
  }

  /** Executes the queued run, if there is one. The caller holds the lock across replicas. */
  public void executeQueued() {
    try {
      var _ = executor.executeNext();
    } catch (InterruptedException e) {
      // The process is going down and the run has been ended; leave the mark for the scheduler.
      Thread.currentThread().interrupt();
    }
  }

  /** Queues a run because its time has come. */
  public void queueRun(TrainingTrigger trigger) {
    if (queue.enqueue(TrainingRequest.DEFAULT, ACTOR, trigger, false)
        instanceof EnqueueResult.InProgress(var active)) {
      LOG.info(
          "event=training_not_queued trigger={} active={}",
          trigger.wireName(),
          active.trainingId());
    }
  }

  /** Queues a run if the newest model is too old. */
  public void checkStaleness() {
    if (staleness.retrainingIsDue()) {
      queueRun(TrainingTrigger.STALENESS);
    }
  }
}
