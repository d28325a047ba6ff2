package com.aicashevolution.inference.tensor.web;

import com.aicashevolution.platform.observability.ServiceHealth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The protocol's questions about the server as a whole. */
@RestController
@Tag(name = "open inference protocol")
final class ServerController {

  /** What the protocol's clients call bytes behind the JSON. */
  private static final List<String> EXTENSIONS = List.of("binary_tensor_data");

  private final List<ServiceHealth> health;
  private final ServerBody about;

  ServerController(List<ServiceHealth> health, ServerBody about) {
    this.health = health;
    this.about = about;
  }

  /** Which server this is. */
  @Schema(name = "ServerMetadata")
  record ServerBody(String name, String version, List<String> extensions) {

    static ServerBody of(String name, String version) {
      return new ServerBody(name, version, EXTENSIONS);
    }
  }

  /** Whether the process answers. */
  @Schema(name = "ServerLive")
  record LiveBody(boolean live) {}

  /**
   * Whether there is a model to ask.
   *
   * @param reasons why not
   */
  @Schema(name = "ServerReady")
  record ReadyBody(boolean live, boolean ready, List<String> reasons) {}

  @GetMapping("/v2")
  @Operation(summary = "Which server this is and which extensions of the protocol it knows")
  ServerBody metadata() {
    return about;
  }

  @GetMapping("/v2/health/live")
  @Operation(summary = "Whether the process answers; depends on nothing")
  @SecurityRequirements
  LiveBody live() {
    return new LiveBody(true);
  }

  @GetMapping("/v2/health/ready")
  @Operation(summary = "Whether any model can be asked; 503 says why not")
  @SecurityRequirements
  ResponseEntity<ReadyBody> ready() {
    List<String> reasons =
        health.stream().flatMap(part -> part.notReadyBecause().stream()).toList();
    return ResponseEntity.status(reasons.isEmpty() ? 200 : 503)
        .body(new ReadyBody(true, reasons.isEmpty(), reasons));
  }
}
