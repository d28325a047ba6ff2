package com.aicashevolution.inference.tensor.web;

import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.inference.tensor.ModelDirectory;
import com.aicashevolution.inference.tensor.ModelName;
import com.aicashevolution.inference.tensor.ModelResolution;
import com.aicashevolution.platform.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The protocol's questions about one model: what it reads, and whether it can be asked. */
@RestController
@Tag(name = "open inference protocol")
final class TensorModelController {

  private final ModelDirectory models;

  TensorModelController(ModelDirectory models) {
    this.models = models;
  }

  /**
   * Whether a model answers.
   *
   * @param reason why not
   */
  @Schema(name = "ModelReady")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReadyBody(String name, boolean ready, @Nullable String reason) {}

  @GetMapping("/v2/models/{model}")
  @Operation(summary = "What the champion of a line reads and answers, tensor by tensor")
  ModelMetadataBody metadata(@PathVariable String model) {
    ServingModel champion = ResolutionProblems.require(models.champion(model));
    ModelName name = new ModelName(champion.line(), champion.timeframe());
    return ModelMetadataBody.of(model, champion, models.loaded(name));
  }

  @GetMapping("/v2/models/{model}/versions/{version}")
  @Operation(summary = "What one version reads and answers, tensor by tensor")
  ModelMetadataBody metadata(@PathVariable String model, @PathVariable String version) {
    ServingModel pinned = ResolutionProblems.require(models.version(model, version));
    return ModelMetadataBody.of(model, pinned, List.of(pinned.version()));
  }

  @GetMapping("/v2/models/{model}/ready")
  @Operation(summary = "Whether a line has a champion that answers; 503 says why not")
  ResponseEntity<ReadyBody> ready(@PathVariable String model) {
    return ready(model, models.champion(model));
  }

  @GetMapping("/v2/models/{model}/versions/{version}/ready")
  @Operation(summary = "Whether a version answers; loads it where it is not in memory")
  ResponseEntity<ReadyBody> ready(@PathVariable String model, @PathVariable String version) {
    return ready(model, models.version(model, version));
  }

  /** What can never be ready is a problem; what may be later is not ready. */
  private static ResponseEntity<ReadyBody> ready(String model, ModelResolution resolution) {
    try {
      ResolutionProblems.require(resolution);
      return ResponseEntity.ok(new ReadyBody(model, true, null));
    } catch (ProblemException problem) {
      if (problem.problem().type().status() != 503) {
        throw problem;
      }
      return ResponseEntity.status(503)
          .body(new ReadyBody(model, false, problem.problem().detail()));
    }
  }
}
