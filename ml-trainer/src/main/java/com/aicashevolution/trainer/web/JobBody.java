package com.aicashevolution.trainer.web;

import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.json.JsonColumn;
import com.aicashevolution.trainer.backtest.BacktestRequest;
import com.aicashevolution.trainer.backtest.jobs.Job;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A backtest or validation on the wire.
 *
 * @param id of it
 * @param kind {@code backtest} or {@code validation}
 * @param progress in [0, 1]
 * @param result its figures; null unless it succeeded, and in lists
 * @param files names of the files that are still kept, below its own address
 */
record JobBody(
    String id,
    String kind,
    String status,
    double progress,
    String message,
    @Nullable ModelVersion modelVersion,
    BacktestRequest request,
    String requestedBy,
    Instant queuedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable JsonNode result,
    List<String> files) {

  private static final JsonColumn JSON = new JsonColumn();

  static JobBody of(Job job) {
    String result = job.resultJson();
    return new JobBody(
        job.jobId(),
        job.kind().wireName(),
        job.state().status().wireName(),
        job.state().progress(),
        job.state().message(),
        job.modelVersion(),
        job.request(),
        job.requestedBy(),
        job.times().queuedAt(),
        job.times().startedAt(),
        job.times().finishedAt(),
        result == null ? null : JSON.read(result, JsonNode.class),
        job.files());
  }
}
