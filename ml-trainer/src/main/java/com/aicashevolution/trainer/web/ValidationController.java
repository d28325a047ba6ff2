package com.aicashevolution.trainer.web;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.security.Caller;
import com.aicashevolution.trainer.backtest.BacktestRequest;
import com.aicashevolution.trainer.backtest.jobs.Job;
import com.aicashevolution.trainer.backtest.jobs.JobKind;
import com.aicashevolution.trainer.backtest.jobs.JobStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes wishes to measure a published version over a period, and tells what was found. */
@RestController
@Tag(name = "models")
class ValidationController {

  private final JobWishes wishes;
  private final JobStore jobs;

  ValidationController(JobWishes wishes, JobStore jobs) {
    this.wishes = wishes;
    this.jobs = jobs;
  }

  /**
   * Which period of which symbols.
   *
   * @param from open time of the first bar judged; the start of the holdout unless given
   * @param to exclusive end; the newest candle's unless given
   */
  record ValidateBody(
      @Size(min = 1, max = 100) @Nullable List<Symbol> symbols,
      @Nullable Instant from,
      @Nullable Instant to) {}

  /** Answer to a wish. */
  record Accepted(String status, String message, String validationId) {}

  /** The history. */
  record Validations(List<JobBody> validations, int count) {}

  @PostMapping("/models/{version}/validate")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Queues a validation of a version over any period",
      description =
          "By the gate's own examination, what the version was fitted on apart from what it was"
              + " not. Changes nothing in the registry.")
  Accepted validate(
      @PathVariable ModelVersion version,
      @Valid @RequestBody(required = false) @Nullable ValidateBody body,
      @AuthenticationPrincipal Caller caller) {
    ValidateBody wish = body == null ? new ValidateBody(null, null, null) : body;
    Job job =
        wishes.enqueue(
            JobKind.VALIDATION,
            new BacktestRequest(
                version.value(), null, null, wish.symbols(), wish.from(), wish.to(), null, null),
            caller.actor());
    return new Accepted(
        "queued",
        "validation of %s is queued; follow it at /validations/%s".formatted(version, job.jobId()),
        job.jobId());
  }

  @GetMapping("/validations")
  @Operation(summary = "Validations, newest first, without their figures")
  Validations validations(@RequestParam(defaultValue = "20") @Min(1) @Max(200) int limit) {
    List<JobBody> bodies =
        jobs.newest(JobKind.VALIDATION, limit).stream().map(JobBody::of).toList();
    return new Validations(bodies, bodies.size());
  }

  @GetMapping("/validations/{id}")
  @Operation(summary = "One validation, with its figures once it has succeeded")
  JobBody validation(@PathVariable String id) {
    return jobs.find(id)
        .filter(job -> job.kind() == JobKind.VALIDATION)
        .map(JobBody::of)
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "There is no validation " + id));
  }
}
