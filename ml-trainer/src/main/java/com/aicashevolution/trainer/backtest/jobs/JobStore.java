package com.aicashevolution.trainer.backtest.jobs;

import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.trainer.backtest.BacktestRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps jobs and their files. Thread-safe across processes. */
public interface JobStore {

  /** Largest file that is kept. */
  int MAX_FILE_BYTES = 32 << 20;

  /**
   * Adds a job at the end of the queue, if fewer than {@code maxWaiting} wait.
   *
   * @param at the present; names the job, to the second
   */
  EnqueueResult enqueue(
      JobKind kind, BacktestRequest request, String requestedBy, int maxWaiting, Instant at);

  /** Takes the oldest queued job, which is RUNNING from now on; nothing if another runs. */
  Optional<Job> claim(Instant at);

  /** Tells how far a running one is, and learns whether it should go on. */
  boolean goesOn(String jobId, double progress, String message, Instant at);

  /**
   * Ends a running one and keeps its files, all or none.
   *
   * @return false if it is no longer ours to end
   */
  boolean finish(String jobId, Ending ending, Instant at);

  /** Marks every RUNNING job as CRASHED; only for the one process that may run any. */
  List<String> abandonRunning(Instant at);

  /** Ends a queued one at once, asks a running one to stop. */
  CancelResult cancel(String jobId, String actor, Instant at);

  Optional<Job> find(String jobId);

  /** Newest first, without their figures. */
  List<Job> newest(JobKind kind, int limit);

  /** A file, if the job has it still. */
  Optional<byte[]> file(String jobId, String name);

  /** Drops the files of all but the newest {@code keep} jobs that have any. */
  int dropOldFiles(int keep);

  /**
   * How a job ended.
   *
   * @param files name to content
   */
  record Ending(
      JobStatus status,
      String message,
      @Nullable ModelVersion modelVersion,
      @Nullable String resultJson,
      Map<String, byte[]> files) {

    public Ending {
      if (!status.isFinal()) {
        throw new IllegalArgumentException("a job does not end as " + status);
      }
      files.forEach(
          (name, content) -> {
            if (content.length > MAX_FILE_BYTES) {
              throw new IllegalArgumentException(
                  "%s has %,d bytes, at most %,d are kept"
                      .formatted(name, content.length, MAX_FILE_BYTES));
            }
          });
      files = Map.copyOf(files);
    }

    /** Without a result. */
    static Ending without(JobStatus status, String message) {
      return new Ending(status, message, null, null, Map.of());
    }
  }

  /** What became of a wish for a job. */
  sealed interface EnqueueResult {

    record Queued(Job job) implements EnqueueResult {}

    /** There is no room. */
    record Full(int waiting) implements EnqueueResult {}
  }

  /** What became of a wish to stop a job. */
  sealed interface CancelResult {

    /** It had not begun, and never will. */
    record Cancelled(String jobId) implements CancelResult {}

    /** It will stop soon. */
    record Requested(String jobId) implements CancelResult {}

    record AlreadyEnded(String jobId, JobStatus status) implements CancelResult {}

    record Unknown(String jobId) implements CancelResult {}
  }
}
