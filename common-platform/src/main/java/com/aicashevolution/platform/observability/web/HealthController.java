package com.aicashevolution.platform.observability.web;

import com.aicashevolution.platform.observability.DependencyChecks;
import com.aicashevolution.platform.observability.DependencyChecks.DependencyStatus;
import com.aicashevolution.platform.observability.ServiceHealth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.env.Environment;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says how the service is: cheaply for load balancers, thoroughly for operators. */
@RestController
@ConditionalOnWebApplication
@Tag(name = "operation")
public class HealthController {

  private final List<ServiceHealth> health;
  private final DependencyChecks dependencies;
  private final Clock clock;
  private final String service;

  HealthController(
      ObjectProvider<ServiceHealth> health,
      DependencyChecks dependencies,
      Clock clock,
      Environment environment) {
    this.health = health.orderedStream().toList();
    this.dependencies = dependencies;
    this.clock = clock;
    this.service = environment.getProperty("spring.application.name", "ml-service");
  }

  @GetMapping("/health")
  @Operation(summary = "Whether the service runs; no I/O, no key")
  @SecurityRequirements
  Map<String, @Nullable Object> health() {
    return document("healthy");
  }

  @GetMapping("/health/live")
  @Operation(summary = "Whether the process answers; depends on nothing")
  @SecurityRequirements
  Map<String, @Nullable Object> live() {
    return Map.of("status", "healthy");
  }

  @GetMapping("/health/ready")
  @Operation(summary = "Whether requests should be sent here; 503 says why not")
  @SecurityRequirements
  ResponseEntity<Map<String, @Nullable Object>> ready() {
    List<String> reasons =
        health.stream().flatMap(part -> part.notReadyBecause().stream()).toList();
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("status", reasons.isEmpty() ? "ready" : "not_ready");
    body.put("reasons", reasons);
    return ResponseEntity.status(reasons.isEmpty() ? 200 : 503).body(body);
  }

  @GetMapping("/health/detailed")
  @Operation(summary = "Every dependency with its latency; 503 when a required one is down")
  ResponseEntity<Map<String, @Nullable Object>> detailed() {
    List<DependencyStatus> statuses = dependencies.tryAll();
    boolean broken = statuses.stream().anyMatch(status -> status.required() && !status.up());
    boolean degraded = statuses.stream().anyMatch(status -> !status.up());
    Map<String, @Nullable Object> body =
        document(broken ? "unhealthy" : degraded ? "degraded" : "healthy");
    Map<String, DependencyStatus> byName = new LinkedHashMap<>();
    statuses.forEach(status -> byName.put(status.name(), status));
    body.put("dependencies", byName);
    return ResponseEntity.status(broken ? 503 : 200).body(body);
  }

  private Map<String, @Nullable Object> document(String status) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("status", status);
    body.put("service", service);
    body.put("timestamp", clock.instant().truncatedTo(ChronoUnit.MILLIS));
    health.forEach(part -> body.putAll(part.fields()));
    return body;
  }
}
