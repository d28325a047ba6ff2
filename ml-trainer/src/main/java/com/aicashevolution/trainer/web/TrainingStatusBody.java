package com.aicashevolution.trainer.web;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.model.GateVerdict.GateCheck;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.trainer.pipeline.RunMetrics;
import com.aicashevolution.trainer.runs.TrainingRequest;
import com.aicashevolution.trainer.runs.TrainingRun;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run on the wire.
 *
 * @param status of the run, or {@code idle} where none is under way and none was asked for by id
 * @param progress of the whole run, in [0, 1]
 */
record TrainingStatusBody(
    String status,
    String message,
    @Nullable String trainingId,
    @Nullable String step,
    double progress,
    @Nullable ModelVersion modelVersion,
    @Nullable Metrics metrics,
    @Nullable Gate gate,
    @Nullable Details run) {

  /** The figures people ask for first, then all of them. */
  record Metrics(
      double accuracy,
      @Nullable Double majorityBaseline,
      double macroF1,
      double winRate,
      @JsonUnwrapped RunMetrics all) {

    static @Nullable Metrics of(@Nullable RunMetrics metrics) {
      if (metrics == null) {
        return null;
      }
      var majority = metrics.report().baselines().get("majority");
      return new Metrics(
          metrics.report().model().accuracy(),
          majority == null ? null : majority.accuracy(),
          metrics.report().model().macroF1(),
          metrics.report().trading().winRate(),
          metrics);
    }
  }

  /**
   * The gate's verdict.
   *
   * @param reasons sentences of the checks that failed
   */
  record Gate(boolean passed, List<String> reasons, List<GateCheck> checks) {

    static @Nullable Gate of(@Nullable GateVerdict verdict) {
      return verdict == null
          ? null
          : new Gate(verdict.passed(), verdict.reasons(), verdict.checks());
    }
  }

  /** What was asked, by whom, and when what happened. */
  record Details(
      ModelLine line,
      Timeframe timeframe,
      String requestedBy,
      String trigger,
      Instant queuedAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      boolean cancelRequested,
      TrainingRequest request) {

    static Details of(TrainingRun run) {
      return new Details(
          run.request().lineOrGlobal(),
          run.request().timeframeOrHourly(),
          run.requestedBy(),
          run.trigger(),
          run.times().queuedAt(),
          run.times().startedAt(),
          run.times().finishedAt(),
          run.state().cancelRequested(),
          run.request());
    }
  }

  static TrainingStatusBody of(TrainingRun run) {
    return of(run, run.status().wireName(), run.state().message());
  }

  /** No run is under way; {@code last} is the newest of the history. */
  static TrainingStatusBody idle(@Nullable TrainingRun last) {
    if (last == null) {
      return new TrainingStatusBody("idle", "no run yet", null, null, 0, null, null, null, null);
    }
    return of(
        last, "idle", "the last run " + last.status().wireName() + ": " + last.state().message());
  }

  private static TrainingStatusBody of(TrainingRun run, String status, String message) {
    return new TrainingStatusBody(
        status,
        message,
        run.trainingId(),
        run.state().step(),
        run.state().progress(),
        run.result().modelVersion(),
        Metrics.of(run.result().metrics()),
        Gate.of(run.result().gate()),
        Details.of(run));
  }
}
