package com.aicashevolution.trainer.runs;

import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.trainer.pipeline.RunMetrics;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the history.
 *
 * @param request what was asked
 * @param times when what happened
 * @param state where it is
 * @param result what came of it
 */
public record TrainingRun(
    String trainingId,
    TrainingRequest request,
    String requestedBy,
    String trigger,
    Times times,
    State state,
    Result result) {

  public RunStatus status() {
    return state.status();
  }

  /** When what happened; null for what has not. */
  public record Times(
      Instant queuedAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable Instant heartbeatAt) {}

  /**
   * Where a run is.
   *
   * @param step wire name of its step
   * @param progress in [0, 1]
   * @param cancelRequested whether somebody asked a running one to stop
   */
  public record State(
      RunStatus status, String step, double progress, String message, boolean cancelRequested) {}

  /** What came of a run; null for what it did not reach. */
  public record Result(
      @Nullable ModelVersion modelVersion,
      @Nullable RunMetrics metrics,
      @Nullable GateVerdict gate) {

    public static final Result NONE = new Result(null, null, null);
  }
}
