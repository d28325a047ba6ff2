package com.aicashevolution.api.gateway.web;

import com.aicashevolution.api.gateway.Trainer;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Training runs, handed on to ml-trainer as they were asked for. */
@RestController
@Tag(name = "training")
class TrainingController {

  private final Trainer trainer;

  TrainingController(Trainer trainer) {
    this.trainer = trainer;
  }

  @PostMapping("/train")
  @Operation(
      summary = "Queue a training run",
      description =
          "202 with the training_id; 409 while one runs, unless force_retrain, which queues one"
              + " behind it. The body may name line or scope, symbols, timeframe, from, to, holdout_from,"
              + " seed, publish, hyperparameters, warm_start and search.")
  ResponseEntity<JsonNode> train(
      @Parameter(hidden = true) @RequestParam Map<String, String> query,
      @RequestBody(required = false) byte @Nullable [] body) {
    return handBack(trainer.post("/train", query, body));
  }

  @GetMapping("/training-status")
  @Operation(summary = "The current run, or the newest; training_id asks for an older one")
  ResponseEntity<JsonNode> status(
      @RequestParam(name = "training_id", required = false) @Nullable String trainingId) {
    return handBack(trainer.get("/training-status", trainingIdQuery(trainingId)));
  }

  @PostMapping("/training/{id}/cancel")
  @Operation(summary = "Ask a queued or running run to stop")
  ResponseEntity<JsonNode> cancel(@PathVariable String id) {
    return handBack(
        trainer.post("/training/" + TrainingIds.checked(id) + "/cancel", Map.of(), null));
  }

  private static Map<String, String> trainingIdQuery(@Nullable String id) {
    return id == null ? Map.of() : Map.of("training_id", TrainingIds.checked(id));
  }

  private static ResponseEntity<JsonNode> handBack(Trainer.Answer answer) {
    return ResponseEntity.status(answer.status()).body(answer.body());
  }
}
