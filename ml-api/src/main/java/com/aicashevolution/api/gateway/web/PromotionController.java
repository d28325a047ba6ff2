package com.aicashevolution.api.gateway.web;

import com.aicashevolution.api.gateway.Trainer;
import com.aicashevolution.api.traffic.RegistryWatch;
import com.aicashevolution.model.ModelVersion;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Moves traffic: ml-trainer decides, and routing here follows at once. */
@RestController
@Tag(name = "models")
class PromotionController {

  private final Trainer trainer;
  private final RegistryWatch watch;
  private final ObjectMapper json;

  PromotionController(Trainer trainer, RegistryWatch watch, ObjectMapper json) {
    this.trainer = trainer;
    this.watch = watch;
    this.json = json;
  }

  @PostMapping("/models/{version}/promote")
  @Operation(
      summary = "Give a version a share of its line's traffic; 100 makes it champion",
      description =
          "traffic_percentage in the query or in the body. A version the gate refused needs"
              + " force=true and a reason.")
  JsonNode promote(
      @PathVariable ModelVersion version,
      @RequestParam(name = "traffic_percentage", required = false) @Nullable Integer percentage,
      @RequestParam(required = false) @Nullable Boolean force,
      @RequestParam(required = false) @Nullable String reason,
      @RequestBody(required = false) @Nullable PromotionBody body)
      throws JsonProcessingException {
    PromotionBody wish = new PromotionBody(percentage, force, reason).joinedWith(body).checked();
    return move(version, "promote", json.writeValueAsBytes(wish));
  }

  @PostMapping("/models/{version}/rollback")
  @Operation(
      summary = "Take a version out of service",
      description =
          "A challenger loses its traffic, a champion gives way to the line's previous version. The"
              + " only champion of a category or symbol leaves its line vacant: the less specific"
              + " line with a champion serves again, and serving_line says which. 409 where nobody"
              + " would serve.")
  JsonNode rollback(
      @PathVariable ModelVersion version,
      @RequestParam(required = false) @Nullable String reason,
      @RequestBody(required = false) @Nullable RollbackBody body)
      throws JsonProcessingException {
    RollbackBody wish =
        new RollbackBody(body == null || body.reason() == null ? reason : body.reason());
    return move(version, "rollback", json.writeValueAsBytes(wish));
  }

  private JsonNode move(ModelVersion version, String how, byte[] body) {
    JsonNode answer = trainer.post("/models/" + version.value() + "/" + how, Map.of(), body).body();
    watch.refresh();
    return answer;
  }

  /** Why a version is taken out of service. */
  record RollbackBody(@Nullable String reason) {}
}
