package com.aicashevolution.inference.web;

import com.aicashevolution.platform.observability.RequestId;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.security.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Many questions at once; one that cannot be answered leaves the others alone. */
@RestController
@Tag(name = "predictions")
final class BatchController {

  /** Most requests of one batch. */
  static final int MAX_REQUESTS = 256;

  private final BatchAnswering answering;

  BatchController(BatchAnswering answering) {
    this.answering = answering;
  }

  @PostMapping("/batch-predict")
  @Operation(summary = "Answers up to 256 predictions; what fails is listed under errors")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(array = @ArraySchema(schema = @Schema(implementation = PredictBody.class))))
  BatchBody predict(@RequestBody List<JsonNode> requests, @AuthenticationPrincipal Caller caller) {
    if (requests.isEmpty() || requests.size() > MAX_REQUESTS) {
      throw ProblemException.invalid(
          "body",
          requests.size(),
          "must have 1 to " + MAX_REQUESTS + " requests, had " + requests.size());
    }
    return answering.answer(requests, caller, RequestId.current().orElseThrow());
  }
}
