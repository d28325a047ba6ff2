package com.aicashevolution.trainer.web;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.Problem.FieldError;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.security.Caller;
import com.aicashevolution.platform.weights.WeightHistory;
import com.aicashevolution.platform.weights.WeightsRecord;
import com.aicashevolution.trainer.weights.RevisionResult;
import com.aicashevolution.trainer.weights.WeightRevision;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Looks for better indicator weights, and takes those in force away. */
@RestController
@Tag(name = "weights")
class WeightsController {

  private final WeightRevision revision;
  private final WeightHistory history;

  WeightsController(WeightRevision revision, WeightHistory history) {
    this.revision = revision;
    this.history = history;
  }

  /**
   * A wish for better weights.
   *
   * @param line global unless said
   * @param timeframe H1 unless said
   * @param trades closed trades as CSV to learn from instead of the line's predictions
   */
  record OptimizeBody(
      @Schema(type = "string", defaultValue = "global") @Nullable ModelLine line,
      @Schema(defaultValue = "H1") @Nullable Timeframe timeframe,
      @Schema(
              description =
                  "CSV with a header: symbol, entry_time, direction, result and optionally exit_time")
          @Nullable String trades) {

    static final OptimizeBody EMPTY = new OptimizeBody(null, null, null);
  }

  /** A wish for neutral weights. */
  record ResetBody(
      @Schema(type = "string", defaultValue = "global") @Nullable ModelLine line,
      @Schema(defaultValue = "H1") @Nullable Timeframe timeframe,
      @NotBlank @Size(max = 500) String reason) {}

  /** What was taken away. */
  record ResetAnswer(String status, String message, @Nullable String weightsVersion) {}

  @PostMapping("/weights/optimize")
  @Operation(
      summary = "Looks for better indicator weights and puts them in force if there are some",
      description =
          "Learns from the earlier part of what the line's predictions brought, or of the trades"
              + " posted, and judges on the later part. Stored only where both the profit of a"
              + " decision and that of a unit of position are higher beyond doubt.")
  OptimizationBody optimize(
      @Valid @RequestBody(required = false) @Nullable OptimizeBody body,
      @AuthenticationPrincipal Caller caller) {
    OptimizeBody wish = body == null ? OptimizeBody.EMPTY : body;
    ModelLine line = wish.line() == null ? ModelLine.GLOBAL : wish.line();
    Timeframe timeframe = wish.timeframe() == null ? Timeframe.H1 : wish.timeframe();
    RevisionResult result =
        wish.trades() == null
            ? revision.fromPredictions(line, timeframe, caller.actor())
            : revision.fromTrades(wish.trades(), line, timeframe, caller.actor());
    return switch (result) {
      case RevisionResult.Stored(var weights) -> OptimizationBody.stored(weights);
      case RevisionResult.NotBetter(var found) ->
          OptimizationBody.notBetter(line, timeframe, found);
      case RevisionResult.TooFew(String why) -> OptimizationBody.tooFew(line, timeframe, why);
      case RevisionResult.BadTrades bad ->
          throw new ProblemException(
              Problem.invalid(
                  bad.errors().stream()
                      .map(row -> new FieldError("trades line " + row.line(), row.message()))
                      .toList()));
      case RevisionResult.Overtaken _ ->
          throw new ProblemException(
              ProblemType.CONFLICT, "The weights in force changed meanwhile; nothing was stored");
      case RevisionResult.Busy _ ->
          throw new ProblemException(
              ProblemType.CONFLICT, "Another search for better weights is under way");
    };
  }

  @PostMapping("/weights/reset")
  @Operation(summary = "Goes back to neutral weights: confidences as calibrated")
  ResetAnswer reset(@Valid @RequestBody ResetBody body, @AuthenticationPrincipal Caller caller) {
    ModelLine line = body.line() == null ? ModelLine.GLOBAL : body.line();
    Timeframe timeframe = body.timeframe() == null ? Timeframe.H1 : body.timeframe();
    return history
        .reset(line, timeframe, caller.actor(), body.reason())
        .map(WeightsRecord::version)
        .map(
            version ->
                new ResetAnswer(
                    "reset", "Line " + line.name() + " has neutral weights again", version))
        .orElseGet(
            () ->
                new ResetAnswer(
                    "unchanged", "Line " + line.name() + " had neutral weights already", null));
  }
}
