package com.aicashevolution.inference.tensor.web;

import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.inference.tensor.ModelDirectory;
import com.aicashevolution.inference.tensor.ModelResolution;
import com.aicashevolution.inference.tensor.TensorMetrics;
import com.aicashevolution.inference.tensor.TensorMetrics.Outcome;
import com.aicashevolution.platform.observability.LogField;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Answers tensors with tensors: one version a request, one pass through its network. */
@RestController
@Tag(name = "open inference protocol")
final class InferController {

  private final ModelDirectory models;
  private final InferRequestReader requests;
  private final InferResponseWriter responses;
  private final TensorMetrics metrics;

  InferController(
      ModelDirectory models,
      InferRequestReader requests,
      InferResponseWriter responses,
      TensorMetrics metrics) {
    this.models = models;
    this.requests = requests;
    this.responses = responses;
    this.metrics = metrics;
  }

  @PostMapping(
      path = "/v2/models/{model}/infer",
      consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
  @Operation(
      summary = "Calibrated probabilities of up to 256 windows, by the champion of a line",
      description =
          "No prediction: not journalled, not cached, never a signal. Numbers may follow the JSON"
              + " as bytes, by the extension for binary tensor data.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(schema = @Schema(implementation = InferRequestBody.class)))
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = InferResponseBody.class)))
  ResponseEntity<byte[]> infer(
      @PathVariable String model,
      @RequestHeader(name = InferBody.JSON_LENGTH, required = false) @Nullable String jsonLength,
      @RequestHeader(name = HttpHeaders.CONTENT_ENCODING, required = false)
          @Nullable String encoding,
      @RequestBody byte[] body) {
    return counted(() -> answer(model, models.champion(model), body(body, jsonLength, encoding)));
  }

  @PostMapping(
      path = "/v2/models/{model}/versions/{version}/infer",
      consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
  @Operation(summary = "The same by one version, whatever its role; loads it where it must")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(schema = @Schema(implementation = InferRequestBody.class)))
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = InferResponseBody.class)))
  ResponseEntity<byte[]> infer(
      @PathVariable String model,
      @PathVariable String version,
      @RequestHeader(name = InferBody.JSON_LENGTH, required = false) @Nullable String jsonLength,
      @RequestHeader(name = HttpHeaders.CONTENT_ENCODING, required = false)
          @Nullable String encoding,
      @RequestBody byte[] body) {
    return counted(
        () -> answer(model, models.version(model, version), body(body, jsonLength, encoding)));
  }

  private static InferBody body(
      byte[] bytes, @Nullable String jsonLength, @Nullable String encoding) {
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new ProblemException(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "The body must not be compressed, its Content-Encoding was " + encoding);
    }
    return InferBody.of(bytes, jsonLength);
  }

  private InferResponseWriter.Answer answer(
      String name, ModelResolution resolution, InferBody body) {
    ServingModel model = ResolutionProblems.require(resolution);
    LogField.MODEL_VERSION.note(model.version());
    InferRequest request = requests.read(body, name);
    return new InferResponseWriter.Answer(
        name, request, model, model.predictAll(request.windows().values()));
  }

  private ResponseEntity<byte[]> counted(Supplier<InferResponseWriter.Answer> answering) {
    try {
      InferResponseWriter.Answer answer = answering.get();
      ResponseEntity<byte[]> response = responses.write(answer);
      metrics.answered(answer.probabilities().size());
      return response;
    } catch (ProblemException refused) {
      metrics.refused(outcome(refused.problem().type()));
      throw refused;
    } catch (RuntimeException bug) {
      metrics.refused(Outcome.FAILED);
      throw bug;
    }
  }

  private static Outcome outcome(ProblemType type) {
    if (type == ProblemType.MODEL_NOT_SERVING) {
      return Outcome.NOT_SERVING;
    }
    return type.status() < 500 ? Outcome.INVALID : Outcome.FAILED;
  }
}
