package com.aicashevolution.trainer.backtest.jobs;

import com.aicashevolution.trainer.backtest.BacktestMonitor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes reports of a job on to its row, at most one a second, which also brings back whether to go
 * on. A store that is away costs nothing but that. Thread-safe.
 */
final class ReportedJob implements BacktestMonitor {

  private static final Logger LOG = LoggerFactory.getLogger(ReportedJob.class);
  private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);

  private final String jobId;
  private final JobStore store;
  private final Clock clock;
  private Instant written = Instant.MIN;
  private volatile boolean cancelled;

  ReportedJob(String jobId, JobStore store, Clock clock) {
    this.jobId = jobId;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public synchronized void report(double fraction, String message) {
    Instant now = clock.instant();
    if (now.isBefore(written.equals(Instant.MIN) ? now : written.plus(BETWEEN_WRITES))) {
      return;
    }
    written = now;
    try {
      cancelled |= !store.goesOn(jobId, Math.clamp(fraction, 0, 1), message, now);
    } catch (RuntimeException e) {
      LOG.warn("event=backtest_report_failed job_id={} error={}", jobId, e.toString());
    }
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }
}
