package com.aicashevolution.platform.observability.web;

import com.aicashevolution.platform.observability.SummaryFields;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Metrics: Prometheus' text, or a summary of the last hour for those who ask for JSON. */
@RestController
@ConditionalOnWebApplication
@Tag(name = "operation")
public class MetricsController {

  private static final String OPEN_METRICS_TYPE = "application/openmetrics-text";
  private static final String OPEN_METRICS = OPEN_METRICS_TYPE + "; version=1.0.0; charset=utf-8";
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry;
  private final List<SummaryFields> summary;

  MetricsController(PrometheusMeterRegistry registry, ObjectProvider<SummaryFields> summary) {
    this.registry = registry;
    this.summary = summary.orderedStream().toList();
  }

  @GetMapping("/metrics")
  @Operation(summary = "Prometheus text, or a JSON summary with Accept: application/json")
  ResponseEntity<?> metrics(
      @RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept) {
    if (asksForJson(accept)) {
      Map<String, @Nullable Object> body = new LinkedHashMap<>();
      summary.forEach(part -> body.putAll(part.fields()));
      body.put("system_metrics", SystemMetrics.now());
      return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
    String type = accept.contains(OPEN_METRICS_TYPE) ? OPEN_METRICS : TEXT;
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, type)
        .body(registry.scrape(type).getBytes(StandardCharsets.UTF_8));
  }

  /** Whether JSON is named and the texts are not: a scraper names them all, a person one. */
  private static boolean asksForJson(String accept) {
    try {
      List<MediaType> types = MediaType.parseMediaTypes(accept);
      return types.stream().anyMatch(type -> type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON))
          && types.stream()
              .noneMatch(
                  type ->
                      type.equalsTypeAndSubtype(MediaType.TEXT_PLAIN)
                          || type.getSubtype().equals("openmetrics-text"));
    } catch (InvalidMediaTypeException nonsense) {
      return false;
    }
  }
}
