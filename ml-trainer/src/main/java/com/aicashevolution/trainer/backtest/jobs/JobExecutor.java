package com.aicashevolution.trainer.backtest.jobs;

import com.aicashevolution.trainer.backtest.jobs.JobStore.Ending;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes queued jobs, one at a time. Must be called by at most one thread of one process at a
 * time, across all replicas: the caller holds the lock.
 */
public final class JobExecutor {

  private static final Logger LOG = LoggerFactory.getLogger(JobExecutor.class);
  private static final int MAX_SENTENCE = 500;

  private final JobStore store;
  private final JobWork work;
  private final JobMeters meters;
  private final Clock clock;
  private final int keepFiles;

  /**
   * Creates an executor.
   *
   * @param keepFiles jobs whose files are kept, the newest
   */
  public JobExecutor(JobStore store, JobWork work, JobMeters meters, Clock clock, int keepFiles) {
    this.store = store;
    this.work = work;
    this.meters = meters;
    this.clock = clock;
    this.keepFiles = keepFiles;
  }

  /**
   * Executes the oldest queued job, if there is one.
   *
   * @return whether there was one
   * @throws InterruptedException if the process is going down; the job is ended as FAILED first
   */
  public boolean executeNext() throws InterruptedException {
    for (String crashed : store.abandonRunning(clock.instant())) {
      meters.ended(JobStatus.CRASHED);
      LOG.error("event=backtest_crashed job_id={} runbook=backtest-failed", crashed);
    }
    Optional<Job> claimed = store.claim(clock.instant());
    if (claimed.isEmpty()) {
      return false;
    }
    Job job = claimed.get();
    LOG.info(
        "event=backtest_started job_id={} kind={} requested_by={}",
        job.jobId(),
        job.kind().wireName(),
        job.requestedBy());
    end(job, execute(job));
    return true;
  }

  /** Executes what waits, for a caller that cannot be interrupted. */
  public void executeQueued() {
    try {
      var _ = executeNext();
    } catch (InterruptedException e) {
      // the process is going down and the job has been ended; leave the mark for the scheduler
      Thread.currentThread().interrupt();
    }
  }

  private Ending execute(Job job) throws InterruptedException {
    try {
      return work.run(job, new ReportedJob(job.jobId(), store, clock));
    } catch (InterruptedException e) {
      end(job, Ending.without(JobStatus.FAILED, "the trainer was shut down"));
      throw e;
    } catch (IOException | RuntimeException e) {
      LOG.error("event=backtest_failed job_id={} runbook=backtest-failed", job.jobId(), e);
      return Ending.without(JobStatus.FAILED, sentence(e));
    }
  }

  private void end(Job job, Ending ending) {
    var now = clock.instant();
    boolean recorded = store.finish(job.jobId(), ending, now);
    if (recorded) {
      meters.ended(ending.status());
      var startedAt = job.times().startedAt();
      meters.took(Duration.between(startedAt == null ? now : startedAt, now));
      store.dropOldFiles(keepFiles);
    }
    LOG.info(
        "event=backtest_ended job_id={} status={} recorded={} message=\"{}\"",
        job.jobId(),
        ending.status().wireName(),
        recorded,
        ending.message());
  }

  private static String sentence(Exception e) {
    String text =
        e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    return text.length() <= MAX_SENTENCE ? text : text.substring(0, MAX_SENTENCE) + "…";
  }
}
