package com.aicashevolution.trainer.runs;

import com.aicashevolution.trainer.pipeline.RunPlan;
import com.aicashevolution.trainer.pipeline.RunStep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the queue and history of runs. Thread-safe across processes. */
public interface TrainingRunStore {

  /** Processes that may vanish under a run before it counts as the cause. */
  int MAX_TAKEOVERS = 3;

  /**
   * Adds a run at the end of the queue, if there is room.
   *
   * @param behindRunning whether it may wait behind a running one; behind a queued one none may
   * @param at the present; names the run, to the second
   */
  EnqueueResult enqueue(
      TrainingRequest request,
      String requestedBy,
      TrainingTrigger trigger,
      boolean behindRunning,
      Instant at);

  /** Takes the queued run, which is RUNNING from now on; nothing if another runs or none waits. */
  Optional<TrainingRun> claim(Instant at);

  /**
   * Goes on with the RUNNING run whose process is gone, unless it was taken over too often already.
   * Only for the one process that may run any: what it did not start has no process.
   *
   * @return nothing if none is RUNNING, or if it took {@value #MAX_TAKEOVERS} processes with it
   */
  Optional<TrainingRun> resume(Instant at);

  /** Leaves a running one to whoever comes next: this process is going down. */
  void handOver(String trainingId);

  /** Keeps the plan of a running one, for whoever goes on with it. */
  void keepPlan(String trainingId, RunPlan plan);

  /** The plan that was kept. */
  Optional<RunPlan> plan(String trainingId);

  /** Tells how far a running one is, and learns whether it should go on. */
  Signal report(String trainingId, RunStep step, double progress, String message, Instant at);

  /**
   * Ends a running one.
   *
   * @return false if it is no longer ours to end
   */
  boolean finish(String trainingId, Ending ending, Instant at);

  /**
   * Marks every RUNNING run as CRASHED. Only for the one process that may run any: what it did not
   * start has no process.
   *
   * @return their ids
   */
  List<String> abandonRunning(Instant at);

  /** Ends a queued run at once, asks a running one to stop. */
  CancelResult cancel(String trainingId, String actor, Instant at);

  Optional<TrainingRun> find(String trainingId);

  /** The running one, else the queued one. */
  Optional<TrainingRun> active();

  /** The newest of those that are in {@code status}. */
  Optional<TrainingRun> newestWith(RunStatus status);

  /** Newest first. */
  List<TrainingRun> newest(int limit);

  /** Whether a run should go on. */
  enum Signal {
    CONTINUE,
    /** Somebody asked it to stop. */
    CANCEL,
    /** The row is no longer ours: another process took it for dead. Stop, and write nothing. */
    LOST
  }

  /** How a run ended. */
  record Ending(RunStatus status, RunStep step, String message, TrainingRun.Result result) {

    public Ending {
      if (!status.isFinal()) {
        throw new IllegalArgumentException("a run does not end as " + status);
      }
    }
  }

  /** What became of a wish for a run. */
  sealed interface EnqueueResult {

    record Queued(TrainingRun run) implements EnqueueResult {}

    /** There is no room. */
    record InProgress(TrainingRun active) implements EnqueueResult {}
  }

  /** What became of a wish to stop a run. */
  sealed interface CancelResult {

    /** It had not begun, and never will. */
    record Cancelled(TrainingRun run) implements CancelResult {}

    /** It will stop within a minibatch or a step. */
    record Requested(TrainingRun run) implements CancelResult {}

    /** It had ended before. */
    record AlreadyEnded(TrainingRun run) implements CancelResult {}

    record Unknown(String trainingId) implements CancelResult {}
  }
}
