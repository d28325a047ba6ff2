package com.aicashevolution.trainer.runs;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Knows which run this process executes, and keeps its row alive. Thread-safe. */
public final class CurrentRun {

  private final TrainingRunStore store;
  private final Clock clock;
  private final Duration heartbeat;
  private final AtomicReference<@Nullable ReportedRun> running = new AtomicReference<>();

  /**
   * Creates one per process.
   *
   * @param heartbeat time between two writes to the row
   */
  public CurrentRun(TrainingRunStore store, Clock clock, Duration heartbeat) {
    this.store = store;
    this.clock = clock;
    this.heartbeat = heartbeat;
  }

  /** The run this process executes now. */
  public Optional<ReportedRun> running() {
    return Optional.ofNullable(running.get());
  }

  /** Starts the heartbeat of a run that was claimed; closing it ends the heartbeat. */
  ReportedRun begin(String trainingId) {
    ScheduledExecutorService heart =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("run-heartbeat").factory());
    ReportedRun run =
        new ReportedRun(
            trainingId,
            store,
            clock,
            () -> {
              heart.shutdownNow();
              running.set(null);
            });
    if (!running.compareAndSet(null, run)) {
      heart.shutdownNow();
      throw new IllegalStateException("this process executes a run already");
    }
    long millis = heartbeat.toMillis();
    var _ = heart.scheduleAtFixedRate(run::beat, millis, millis, TimeUnit.MILLISECONDS);
    return run;
  }
}
