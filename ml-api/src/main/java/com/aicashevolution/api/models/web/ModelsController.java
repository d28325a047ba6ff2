package com.aicashevolution.api.models.web;

import com.aicashevolution.api.models.ModelCatalogue;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.registry.ModelRegistry.RolloutEvent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows versions and what happened to traffic. */
@RestController
@Tag(name = "models")
class ModelsController {

  private static final int MOST = 500;

  private final ModelCatalogue models;

  ModelsController(ModelCatalogue models) {
    this.models = models;
  }

  /** Versions, newest first. */
  record ModelsBody(List<ModelBody> models, int count) {}

  /** Changes of traffic, newest first. */
  record RolloutsBody(List<RolloutEvent> rollouts, int count) {}

  @GetMapping("/models")
  @Operation(summary = "Versions, newest first, with their gate's verdict and their part now")
  ModelsBody models(@RequestParam(defaultValue = "100") @Min(1) @Max(MOST) int limit) {
    List<ModelBody> bodies = models.newest(limit).stream().map(ModelBody::of).toList();
    return new ModelsBody(bodies, bodies.size());
  }

  @GetMapping("/models/{version}")
  @Operation(summary = "One version")
  ModelBody model(@PathVariable ModelVersion version) {
    return models
        .find(version)
        .map(ModelBody::of)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND, "There is no model version " + version));
  }

  @GetMapping("/rollouts")
  @Operation(summary = "What happened to traffic, newest first")
  RolloutsBody rollouts(@RequestParam(defaultValue = "100") @Min(1) @Max(MOST) int limit) {
    List<RolloutEvent> events = models.rollouts(limit);
    return new RolloutsBody(events, events.size());
  }
}
