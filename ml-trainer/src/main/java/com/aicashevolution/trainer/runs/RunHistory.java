package com.aicashevolution.trainer.runs;

import com.aicashevolution.trainer.pipeline.RunPlan;
import com.aicashevolution.trainer.runs.TrainingRunStore.Ending;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the history as runs begin and end: row, counter and log line together. Thread-safe. */
public final class RunHistory {

  private static final Logger LOG = LoggerFactory.getLogger(RunHistory.class);

  private final TrainingRunStore store;
  private final TrainingMeters meters;
  private final Clock clock;

  public RunHistory(TrainingRunStore store, TrainingMeters meters, Clock clock) {
    this.store = store;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * Goes on with what a vanished trainer left running; or ends it, if it took too many with it, and
   * takes the queued run, if there is one.
   */
  Optional<TrainingRun> next() {
    Optional<TrainingRun> resumed = store.resume(clock.instant());
    if (resumed.isPresent()) {
      LOG.warn(
          "event=training_taken_over training_id={} step={} message=\"{}\"",
          resumed.get().trainingId(),
          resumed.get().state().step(),
          resumed.get().state().message());
      return resumed;
    }
    for (String abandoned : store.abandonRunning(clock.instant())) {
      meters.ended(RunStatus.CRASHED);
      LOG.error("event=training_crashed training_id={} runbook=training-failed", abandoned);
    }
    Optional<TrainingRun> claimed = store.claim(clock.instant());
    claimed.ifPresent(
        run ->
            LOG.info(
                "event=training_started training_id={} line={} requested_by={}",
                run.trainingId(),
                run.request().lineOrGlobal(),
                run.requestedBy()));
    return claimed;
  }

  /** The plan of {@code run}: the one it was begun with, if another trainer began it. */
  RunPlan plan(TrainingRun run, RunPlanner planner) {
    Optional<RunPlan> kept = store.plan(run.trainingId());
    if (kept.isPresent()) {
      return kept.get();
    }
    RunPlan plan = planner.plan(run.trainingId(), run.request(), run.requestedBy());
    store.keepPlan(run.trainingId(), plan);
    return plan;
  }

  /** Leaves {@code run} to the next trainer: this one is going down. */
  void handOver(TrainingRun run) {
    store.handOver(run.trainingId());
    LOG.info("event=training_handed_over training_id={}", run.trainingId());
  }

  /**
   * Ends {@code run}.
   *
   * @param lost whether its row belongs to another process by now: then nothing is written
   */
  void end(TrainingRun run, Ending ending, boolean lost) {
    Instant now = clock.instant();
    boolean recorded = !lost && store.finish(run.trainingId(), ending, now);
    if (recorded) {
      meters.ended(ending.status());
      Instant startedAt = run.times().startedAt();
      meters.took(Duration.between(startedAt == null ? now : startedAt, now));
    }
    LOG.info(
        "event=training_ended training_id={} status={} recorded={} message=\"{}\"",
        run.trainingId(),
        ending.status().wireName(),
        recorded,
        ending.message());
  }
}
