package com.aicashevolution.inference.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows what was answered. */
@RestController
@Tag(name = "predictions")
final class JournalController {

  private final JournalRows rows;

  JournalController(JournalRows rows) {
    this.rows = rows;
  }

  @GetMapping("/predictions/{predictionId}")
  @Operation(summary = "The journal's row of one prediction")
  JournalledBody find(@PathVariable UUID predictionId) {
    return JournalledBody.of(rows.find(predictionId));
  }
}
