package com.aicashevolution.api.gateway.web;

import com.aicashevolution.api.gateway.Inference;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Why an answer was given, and that it still would be; asked of ml-inference. */
@RestController
@Tag(name = "predictions")
class ProofController {

  private final Inference inference;

  ProofController(Inference inference) {
    this.inference = inference;
  }

  @PostMapping(path = "/predictions/{id}/replay", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Recompute a past answer from its row and artifact, and compare every bit",
      description =
          "Changes nothing. 409 not-replayable says why an answer cannot be given again: its row is"
              + " damaged, or its version's artifact is missing or cannot be trusted.")
  JsonNode replay(@PathVariable UUID id) {
    return inference.replay(id);
  }

  @GetMapping(path = "/predictions/{id}/explanation", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Shapley values of the seventeen indicators for a past answer",
      description =
          "The same row gives the same bits. 409 not-explainable says why an answer cannot be"
              + " explained, 429 that too many explanations are under way.")
  JsonNode explanation(@PathVariable UUID id) {
    return inference.explanation(id);
  }
}
