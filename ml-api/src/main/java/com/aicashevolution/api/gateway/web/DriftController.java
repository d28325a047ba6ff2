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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Drift, handed on to ml-trainer, which knows what its models were trained on. */
@RestController
@Tag(name = "drift")
class DriftController {

  private final Trainer trainer;

  DriftController(Trainer trainer) {
    this.trainer = trainer;
  }

  @PostMapping("/drift-detection")
  @Operation(
      summary = "Check champions for drift now",
      description =
          "{status, drift_detected, results}. The body may name line and symbol. Each result has its"
              + " reasons with statistic, value and threshold, by symbol and for the line; what"
              + " could not be judged stands in too_little.")
  ResponseEntity<JsonNode> check(@RequestBody(required = false) byte @Nullable [] body) {
    return handBack(trainer.search("/drift-detection", body));
  }

  @GetMapping("/drift")
  @Operation(
      summary = "The newest report of every line, and the history, newest first",
      description = "line, symbol and limit narrow it.")
  ResponseEntity<JsonNode> found(
      @Parameter(hidden = true) @RequestParam Map<String, String> query) {
    return handBack(trainer.get("/drift", query));
  }

  private static ResponseEntity<JsonNode> handBack(Trainer.Answer answer) {
    return ResponseEntity.status(answer.status()).body(answer.body());
  }
}
