package com.aicashevolution.trainer.runs;

import com.aicashevolution.trainer.runs.TrainingRunStore.CancelResult;
import com.aicashevolution.trainer.runs.TrainingRunStore.EnqueueResult;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes wishes for runs. Thread-safe. */
public final class TrainingQueue {

  private static final Logger LOG = LoggerFactory.getLogger(TrainingQueue.class);

  private final TrainingRunStore store;
  private final RunPlanner planner;
  private final Clock clock;

  public TrainingQueue(TrainingRunStore store, RunPlanner planner, Clock clock) {
    this.store = store;
    this.planner = planner;
    this.clock = clock;
  }

  /**
   * Queues a run.
   *
   * @param behindRunning whether it may wait behind a running one
   * @throws InvalidTrainingRequestException if the request contradicts itself; nothing is queued
   */
  public EnqueueResult enqueue(
      TrainingRequest request, String requestedBy, TrainingTrigger trigger, boolean behindRunning) {
    // Planned here only to refuse at once what could not be executed later.
    var _ = planner.plan("check", request, requestedBy);
    EnqueueResult result =
        store.enqueue(request, requestedBy, trigger, behindRunning, clock.instant());
    if (result instanceof EnqueueResult.Queued(TrainingRun run)) {
      LOG.info(
          "event=training_queued training_id={} line={} trigger={} requested_by={}",
          run.trainingId(),
          request.lineOrGlobal(),
          trigger.wireName(),
          requestedBy);
    }
    return result;
  }

  /** Stops a run: a queued one at once, a running one within a minibatch or a step. */
  public CancelResult cancel(String trainingId, String actor) {
    CancelResult result = store.cancel(trainingId, actor, clock.instant());
    LOG.info(
        "event=training_cancel training_id={} actor={} result={}",
        trainingId,
        actor,
        result.getClass().getSimpleName());
    return result;
  }
}
