package com.aicashevolution.trainer.runs;

import com.aicashevolution.trainer.pipeline.RunMonitor;
import com.aicashevolution.trainer.pipeline.RunStep;
import com.aicashevolution.trainer.runs.TrainingRunStore.Signal;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The run this process executes: takes reports in memory, where they cost a fit nothing, and passes
 * the latest on to the store with every {@link #beat()}, which also brings back whether to go on.
 * Thread-safe.
 */
public final class ReportedRun implements RunMonitor, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReportedRun.class);

  private final String trainingId;
  private final TrainingRunStore store;
  private final Clock clock;
  private final Runnable onClose;
  private volatile Report latest = new Report(RunStep.DATASET, 0, "starting");
  private volatile Signal signal = Signal.CONTINUE;

  ReportedRun(String trainingId, TrainingRunStore store, Clock clock, Runnable onClose) {
    this.trainingId = trainingId;
    this.store = store;
    this.clock = clock;
    this.onClose = onClose;
  }

  @Override
  public void report(RunStep step, double fraction, String message) {
    latest = new Report(step, step.progress(fraction), message);
  }

  @Override
  public boolean cancelled() {
    return signal != Signal.CONTINUE;
  }

  /** Whether the row belongs to another process by now. */
  public boolean lost() {
    return signal == Signal.LOST;
  }

  public String trainingId() {
    return trainingId;
  }

  public RunStep step() {
    return latest.step();
  }

  public Report latest() {
    return latest;
  }

  /** Writes the latest report and reads the signal. A store that is away costs nothing but that. */
  void beat() {
    Report report = latest;
    try {
      Signal read =
          store.report(
              trainingId, report.step(), report.progress(), report.message(), clock.instant());
      // A request to stop is never taken back.
      if (signal == Signal.CONTINUE || read == Signal.LOST) {
        signal = read;
      }
    } catch (RuntimeException e) {
      LOG.warn("event=training_heartbeat_failed training_id={} error={}", trainingId, e.toString());
    }
  }

  @Override
  public void close() {
    onClose.run();
  }

  /**
   * How far a run is.
   *
   * @param progress of the whole run, in [0, 1]
   */
  public record Report(RunStep step, double progress, String message) {}
}
