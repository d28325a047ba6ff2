package com.aicashevolution.inference.tensor.web;

import com.aicashevolution.inference.web.JournalRows;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.platform.observability.LogField;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands out what a past answer was computed from, for whoever wants to compute it elsewhere. */
@RestController
@Tag(name = "predictions")
final class JournalledTensorController {

  private final JournalRows rows;

  JournalledTensorController(JournalRows rows) {
    this.rows = rows;
  }

  @GetMapping("/predictions/{predictionId}/tensor")
  @Operation(
      summary = "The window of a past answer, as a request of the Open Inference Protocol",
      description =
          "Post it to /v2/models/{model}/versions/{version}/infer, here or where the exported ONNX"
              + " file serves, and the journalled probabilities come out. 409 not-replayable where the"
              + " row is damaged.")
  InferRequestBody tensor(@PathVariable UUID predictionId) {
    LogField.PREDICTION_ID.note(predictionId);
    JournalEntry row = rows.find(predictionId);
    try {
      return InferRequestBody.of(row);
    } catch (IllegalArgumentException impossible) {
      throw JournalRows.damaged(predictionId, String.valueOf(impossible.getMessage()), impossible);
    }
  }
}
