package com.aicashevolution.platform.observability.otel;

import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of tracing is ours, where there is an endpoint. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(TracingSwitch.ENDPOINT)
class TracingConfiguration {

  /** What monitors ask for, several times a minute, from every replica. */
  private static final List<String> MONITORS = List.of("/actuator", "/health", "/metrics");

  /** Log lines carry the trace under the names of the Elastic Common Schema. */
  @Bean
  Slf4JEventListener traceInLogLines() {
    return new Slf4JEventListener("trace.id", "span.id");
  }

  @Bean
  SpanExportingPredicate monitorsAreNotTraced() {
    return span -> {
      String uri = span.getTags().getOrDefault("uri", "");
      return MONITORS.stream().noneMatch(uri::startsWith);
    };
  }
}
