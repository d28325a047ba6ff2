package com.aicashevolution.trainer.runs;

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

  /** Ends what a vanished trainer left running, and takes the queued run, if there is one. */
  Optional<TrainingRun> next() {
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
