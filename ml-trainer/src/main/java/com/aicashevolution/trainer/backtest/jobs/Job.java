package com.aicashevolution.trainer.backtest.jobs;

import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.trainer.backtest.BacktestRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the history.
 *
 * @param request what was asked
 * @param modelVersion that answered; null until it is known
 * @param resultJson the figures; null unless it succeeded
 * @param files names of the files that are still kept
 */
public record Job(
    String jobId,
    JobKind kind,
    BacktestRequest request,
    String requestedBy,
    Times times,
    State state,
    @Nullable ModelVersion modelVersion,
    @Nullable String resultJson,
    List<String> files) {

  public Job {
    files = List.copyOf(files);
  }

  /** When what happened; null for what has not. */
  public record Times(
      Instant queuedAt, @Nullable Instant startedAt, @Nullable Instant finishedAt) {}

  /**
   * Where it is.
   *
   * @param progress in [0, 1]
   */
  public record State(JobStatus status, double progress, String message) {}
}
