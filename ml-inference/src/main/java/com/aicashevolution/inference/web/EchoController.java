package com.aicashevolution.inference.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reads a prediction's request and writes it back: what a request costs before anything is done for
 * it. There only where {@code ml.bench.echo} asks for it.
 */
@Hidden
@RestController
@ConditionalOnBooleanProperty("ml.bench.echo")
final class EchoController {

  @PostMapping("/echo")
  PredictBody echo(@RequestBody PredictBody body) {
    return body;
  }
}
