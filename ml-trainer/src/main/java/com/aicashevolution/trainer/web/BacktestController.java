package com.aicashevolution.trainer.web;

import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.security.Caller;
import com.aicashevolution.trainer.backtest.jobs.Job;
import com.aicashevolution.trainer.backtest.jobs.JobKind;
import com.aicashevolution.trainer.backtest.jobs.JobQueue;
import com.aicashevolution.trainer.backtest.jobs.JobStore;
import com.aicashevolution.trainer.backtest.jobs.JobStore.CancelResult;
import com.aicashevolution.trainer.backtest.report.ReportFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes wishes for backtests, tells how they go, hands out their files. */
@RestController
@Tag(name = "backtests")
class BacktestController {

  private final JobWishes wishes;
  private final JobQueue queue;
  private final JobStore jobs;

  BacktestController(JobWishes wishes, JobQueue queue, JobStore jobs) {
    this.wishes = wishes;
    this.queue = queue;
    this.jobs = jobs;
  }

  /** Answer to a wish. */
  record Accepted(String status, String message, String backtestId) {}

  /** The history. */
  record Backtests(List<JobBody> backtests, int count) {}

  @PostMapping("/backtests")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Queues a backtest",
      description =
          "Trades on a published version's signals over stored candles, or with retrain_every_days"
              + " on those of networks fitted on what was known at each point. One runs at a time.")
  Accepted backtest(
      @Valid @RequestBody(required = false) @Nullable BacktestBody body,
      @AuthenticationPrincipal Caller caller) {
    BacktestBody wish = body == null ? BacktestBody.EMPTY : body;
    Job job = wishes.enqueue(JobKind.BACKTEST, wish.request(), caller.actor());
    return new Accepted(
        "queued",
        "backtest of %s is queued; follow it at /backtests/%s"
            .formatted(job.request().model(), job.jobId()),
        job.jobId());
  }

  @GetMapping("/backtests")
  @Operation(summary = "Backtests, newest first, without their figures")
  Backtests backtests(@RequestParam(defaultValue = "20") @Min(1) @Max(200) int limit) {
    List<JobBody> bodies = jobs.newest(JobKind.BACKTEST, limit).stream().map(JobBody::of).toList();
    return new Backtests(bodies, bodies.size());
  }

  @GetMapping("/backtests/{id}")
  @Operation(summary = "One backtest, with its figures once it has succeeded")
  JobBody backtest(@PathVariable String id) {
    return JobBody.of(found(id));
  }

  @GetMapping("/backtests/{id}/{file}")
  @Operation(
      summary = "A file of a backtest: report.html, equity.png, trades.csv or result.json",
      description = "The files of old backtests are dropped; their figures stay.")
  ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String file) {
    ReportFile kind =
        ReportFile.ofName(file)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.NOT_FOUND, "A backtest has no file '" + file + "'"));
    byte[] content =
        jobs.file(found(id).jobId(), kind.fileName())
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.NOT_FOUND,
                        "Backtest " + id + " has no " + file + ", or it was dropped"));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(kind.mediaType()))
        // the page needs nothing from anywhere, and shall not be able to ask
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .body(content);
  }

  @PostMapping("/backtests/{id}/cancel")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Stops a backtest or validation")
  Accepted cancel(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
    return switch (queue.cancel(id, caller.actor())) {
      case CancelResult.Cancelled(String jobId) ->
          new Accepted("cancelled", "it will not begin", jobId);
      case CancelResult.Requested(String jobId) ->
          new Accepted("cancelling", "it stops at its next report", jobId);
      case CancelResult.AlreadyEnded(String jobId, var status) ->
          throw new ProblemException(
              ProblemType.CONFLICT, jobId + " has ended already as " + status.wireName());
      case CancelResult.Unknown(String jobId) -> throw unknown(jobId);
    };
  }

  private Job found(String id) {
    return jobs.find(id)
        .filter(job -> job.kind() == JobKind.BACKTEST)
        .orElseThrow(() -> unknown(id));
  }

  private static ProblemException unknown(String id) {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no backtest " + id);
  }
}
