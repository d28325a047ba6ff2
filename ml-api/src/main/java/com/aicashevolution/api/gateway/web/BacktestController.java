package com.aicashevolution.api.gateway.web;

import com.aicashevolution.api.gateway.Trainer;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Backtests and validations, handed on to ml-trainer as they were asked for. */
@RestController
@Tag(name = "backtests")
class BacktestController {

  private static final Set<String> FILES =
      Set.of("report.html", "equity.png", "trades.csv", "result.json");

  private final Trainer trainer;

  BacktestController(Trainer trainer) {
    this.trainer = trainer;
  }

  @PostMapping("/backtests")
  @Operation(
      summary = "Queue a backtest",
      description =
          "202 with the backtest_id. The body may name model (a version, or champion), line,"
              + " symbols, from, to, retrain_every_days and rules. Without from it plays what the"
              + " version was not fitted on.")
  ResponseEntity<JsonNode> backtest(@RequestBody(required = false) byte @Nullable [] body) {
    return handBack(trainer.post("/backtests", Map.of(), body));
  }

  @GetMapping("/backtests")
  @Operation(summary = "Backtests, newest first, without their figures")
  ResponseEntity<JsonNode> backtests(@RequestParam(defaultValue = "20") int limit) {
    return handBack(trainer.get("/backtests", Map.of("limit", Integer.toString(limit))));
  }

  @GetMapping("/backtests/{id}")
  @Operation(summary = "One backtest, with its figures once it has succeeded")
  ResponseEntity<JsonNode> backtest(@PathVariable String id) {
    return handBack(trainer.get("/backtests/" + JobIds.backtest(id), Map.of()));
  }

  @GetMapping("/backtests/{id}/{file}")
  @Operation(summary = "A file of a backtest: report.html, equity.png, trades.csv or result.json")
  ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String file) {
    if (!FILES.contains(file)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "A backtest has no file '" + file + "'");
    }
    Trainer.File found = trainer.file("/backtests/" + JobIds.backtest(id) + "/" + file);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(found.mediaType()))
        // the page needs nothing from anywhere, and shall not be able to ask
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .body(found.content());
  }

  @PostMapping("/backtests/{id}/cancel")
  @Operation(summary = "Ask a queued or running backtest or validation to stop")
  ResponseEntity<JsonNode> cancel(@PathVariable String id) {
    return handBack(trainer.post("/backtests/" + JobIds.any(id) + "/cancel", Map.of(), null));
  }

  @PostMapping("/models/{version}/validate")
  @Operation(
      summary = "Queue a validation of a version over any period",
      description =
          "202 with the validation_id. The body may name symbols, from and to. By the gate's own"
              + " examination; changes nothing in the registry.")
  ResponseEntity<JsonNode> validate(
      @PathVariable ModelVersion version, @RequestBody(required = false) byte @Nullable [] body) {
    return handBack(trainer.post("/models/" + version.value() + "/validate", Map.of(), body));
  }

  @GetMapping("/validations")
  @Operation(summary = "Validations, newest first, without their figures")
  ResponseEntity<JsonNode> validations(@RequestParam(defaultValue = "20") int limit) {
    return handBack(trainer.get("/validations", Map.of("limit", Integer.toString(limit))));
  }

  @GetMapping("/validations/{id}")
  @Operation(summary = "One validation, with its figures once it has succeeded")
  ResponseEntity<JsonNode> validation(@PathVariable String id) {
    return handBack(trainer.get("/validations/" + JobIds.validation(id), Map.of()));
  }

  private static ResponseEntity<JsonNode> handBack(Trainer.Answer answer) {
    return ResponseEntity.status(answer.status()).body(answer.body());
  }
}
