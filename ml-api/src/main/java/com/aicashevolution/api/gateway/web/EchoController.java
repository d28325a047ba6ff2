package com.aicashevolution.api.gateway.web;

import com.aicashevolution.api.gateway.Inference;
import com.aicashevolution.api.gateway.PredictionRequest;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands a prediction's request to ml-inference's echo and its answer back: what a request costs
 * before anything is done for it. There only where {@code ml.bench.echo} asks for it.
 */
@Hidden
@RestController
@ConditionalOnBooleanProperty("ml.bench.echo")
class EchoController {

  private final Inference inference;

  EchoController(Inference inference) {
    this.inference = inference;
  }

  @PostMapping("/echo")
  JsonNode echo(@RequestBody PredictionRequest request) {
    return inference.echo(request);
  }
}
