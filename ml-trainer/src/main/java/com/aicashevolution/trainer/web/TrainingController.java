package com.aicashevolution.trainer.web;

import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.security.Caller;
import com.aicashevolution.trainer.runs.InvalidTrainingRequestException;
import com.aicashevolution.trainer.runs.TrainingQueue;
import com.aicashevolution.trainer.runs.TrainingRun;
import com.aicashevolution.trainer.runs.TrainingRunStore;
import com.aicashevolution.trainer.runs.TrainingRunStore.CancelResult;
import com.aicashevolution.trainer.runs.TrainingRunStore.EnqueueResult;
import com.aicashevolution.trainer.runs.TrainingTrigger;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.UncheckedIOException;
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

/** Takes wishes for runs and tells how they go. */
@RestController
@Tag(name = "training")
class TrainingController {

  private final TrainingQueue queue;
  private final TrainingRunStore runs;

  TrainingController(TrainingQueue queue, TrainingRunStore runs) {
    this.queue = queue;
    this.runs = runs;
  }

  /** Answer to a wish. */
  record Accepted(String status, String message, String trainingId) {}

  /** The history. */
  record Runs(List<TrainingStatusBody> runs, int count) {}

  @PostMapping("/train")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Queues a training run")
  Accepted train(
      @Valid @RequestBody(required = false) @Nullable TrainBody body,
      @RequestParam(name = "force_retrain", required = false) @Nullable Boolean forceRetrain,
      @AuthenticationPrincipal Caller caller) {
    TrainBody wish = body == null ? TrainBody.EMPTY : body;
    boolean force = Boolean.TRUE.equals(forceRetrain) || Boolean.TRUE.equals(wish.forceRetrain());
    return switch (enqueue(wish, caller, force)) {
      case EnqueueResult.Queued(TrainingRun run) ->
          new Accepted(
              "queued", "the run is queued; follow it at /training-status", run.trainingId());
      case EnqueueResult.InProgress(TrainingRun active) -> throw inProgress(active, force);
    };
  }

  private EnqueueResult enqueue(TrainBody wish, Caller caller, boolean force) {
    try {
      return queue.enqueue(wish.request(), caller.actor(), TrainingTrigger.REQUEST, force);
    } catch (InvalidTrainingRequestException e) {
      throw ProblemException.invalid(e.field(), e.value(), e.complaint());
    } catch (UncheckedIOException e) {
      throw new ProblemException(
          Problem.of(ProblemType.UNAVAILABLE, "The artifact store cannot be reached"), e);
    }
  }

  private static ProblemException inProgress(TrainingRun active, boolean force) {
    String advice =
        force ? "only one may wait" : "force_retrain=true queues one behind a running one";
    return new ProblemException(
        Problem.of(
                ProblemType.TRAINING_IN_PROGRESS,
                "Run " + active.trainingId() + " is " + active.status().wireName() + "; " + advice)
            .with("training_id", active.trainingId())
            .with("training_status", active.status().wireName()));
  }

  @GetMapping("/training-status")
  @Operation(summary = "The run under way, or the one asked for by id")
  TrainingStatusBody status(
      @RequestParam(name = "training_id", required = false) @Nullable String trainingId) {
    if (trainingId != null) {
      return TrainingStatusBody.of(runs.find(trainingId).orElseThrow(() -> unknown(trainingId)));
    }
    return runs.active()
        .map(TrainingStatusBody::of)
        .orElseGet(() -> TrainingStatusBody.idle(runs.newest(1).stream().findFirst().orElse(null)));
  }

  @GetMapping("/training")
  @Operation(summary = "The history of runs, newest first")
  Runs history(@RequestParam(defaultValue = "20") @Min(1) @Max(200) int limit) {
    List<TrainingStatusBody> bodies =
        runs.newest(limit).stream().map(TrainingStatusBody::of).toList();
    return new Runs(bodies, bodies.size());
  }

  @PostMapping("/training/{trainingId}/cancel")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Stops a run")
  Accepted cancel(@PathVariable String trainingId, @AuthenticationPrincipal Caller caller) {
    return switch (queue.cancel(trainingId, caller.actor())) {
      case CancelResult.Cancelled(TrainingRun run) ->
          new Accepted("cancelled", "the run will not begin", run.trainingId());
      case CancelResult.Requested(TrainingRun run) ->
          new Accepted("cancelling", "the run stops within a minibatch", run.trainingId());
      case CancelResult.AlreadyEnded(TrainingRun run) ->
          throw new ProblemException(
              ProblemType.CONFLICT,
              "Run " + trainingId + " has ended already as " + run.status().wireName());
      case CancelResult.Unknown(String id) -> throw unknown(id);
    };
  }

  private static ProblemException unknown(String trainingId) {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no run " + trainingId);
  }
}
