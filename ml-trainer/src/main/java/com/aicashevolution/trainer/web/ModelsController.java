package com.aicashevolution.trainer.web;

import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.platform.registry.ModelRegistry.PromotionRequest;
import com.aicashevolution.platform.registry.ModelRegistry.PromotionResult;
import com.aicashevolution.platform.registry.ModelRegistry.PromotionResult.Changed;
import com.aicashevolution.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows versions and moves traffic between them. */
@RestController
@Tag(name = "models")
class ModelsController {

  private final ModelRegistry registry;

  ModelsController(ModelRegistry registry) {
    this.registry = registry;
  }

  /** Versions, newest first. */
  record ModelsBody(List<ModelBody> models, int count) {}

  /**
   * A wish to move traffic; the percentage may stand in the query instead.
   *
   * @param force whether a version the gate refused may serve all the same; needs a reason
   */
  record PromoteBody(
      @Min(0) @Max(100) @Nullable Integer trafficPercentage,
      @Nullable Boolean force,
      @Size(max = 500) @Nullable String reason) {}

  /** Why traffic is taken away. */
  record RollbackBody(@Size(max = 500) @Nullable String reason) {}

  @GetMapping("/models")
  @Operation(summary = "Versions, newest first")
  ModelsBody models(@RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
    List<ModelBody> bodies = registry.newest(limit).stream().map(ModelBody::of).toList();
    return new ModelsBody(bodies, bodies.size());
  }

  @GetMapping("/models/{version}")
  @Operation(summary = "One version")
  ModelBody model(@PathVariable ModelVersion version) {
    return registry.find(version).map(ModelBody::of).orElseThrow(() -> unknown(version));
  }

  @PostMapping("/models/{version}/promote")
  @Operation(summary = "Gives a version a share of its line's traffic; 100 makes it champion")
  TrafficBody promote(
      @PathVariable ModelVersion version,
      @RequestParam(name = "traffic_percentage", required = false) @Min(0) @Max(100) @Nullable Integer percentage,
      @Valid @RequestBody(required = false) @Nullable PromoteBody body,
      @AuthenticationPrincipal Caller caller) {
    PromoteBody wish = body == null ? new PromoteBody(null, null, null) : body;
    Integer share = percentage == null ? wish.trafficPercentage() : percentage;
    if (share == null) {
      throw ProblemException.invalid("traffic_percentage", null, "must be given, in [0, 100]");
    }
    if (percentage != null
        && wish.trafficPercentage() != null
        && !Objects.equals(percentage, wish.trafficPercentage())) {
      throw ProblemException.invalid(
          "traffic_percentage", percentage, "must be the same in query and body");
    }
    return answer(
        version,
        registry.promote(
            new PromotionRequest(
                version, share, caller.actor(), Boolean.TRUE.equals(wish.force()), wish.reason())),
        change -> TrafficBody.of(change, "has " + share + " % of its line's traffic"));
  }

  @PostMapping("/models/{version}/rollback")
  @Operation(
      summary = "Takes a version out of service",
      description =
          "A challenger loses its traffic, a champion gives way to the line's previous version. The"
              + " only champion of a category or symbol leaves its line vacant: the less specific"
              + " line with a champion serves again, and serving_line says which. 409 where nobody"
              + " would serve.")
  TrafficBody rollback(
      @PathVariable ModelVersion version,
      @Valid @RequestBody(required = false) @Nullable RollbackBody body,
      @AuthenticationPrincipal Caller caller) {
    return answer(
        version,
        registry.rollback(version, caller.actor(), body == null ? null : body.reason()),
        TrafficBody::ofRollback);
  }

  private static TrafficBody answer(
      ModelVersion version, PromotionResult result, Function<Changed, TrafficBody> body) {
    return switch (result) {
      case Changed change -> body.apply(change);
      case PromotionResult.Unknown(ModelVersion unknown) -> throw unknown(unknown);
      case PromotionResult.Refused(var model, String why) ->
          throw new ProblemException(
              Problem.of(ProblemType.MODEL_REJECTED, why)
                  .with("model_version", model.version())
                  .with("reasons", model.gate().reasons()));
      case PromotionResult.NotPossible(var _, String why) ->
          throw new ProblemException(
              Problem.of(ProblemType.CONFLICT, why).with("model_version", version));
    };
  }

  private static ProblemException unknown(ModelVersion version) {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no model version " + version);
  }
}
