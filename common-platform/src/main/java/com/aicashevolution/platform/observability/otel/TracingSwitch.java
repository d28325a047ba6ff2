package com.aicashevolution.platform.observability.otel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Leaves out all of Spring Boot's tracing where no endpoint is set: it would start an exporter's
 * thread that has nowhere to export to, and make spans that nobody sees.
 */
public final class TracingSwitch implements AutoConfigurationImportFilter, EnvironmentAware {

  static final String ENDPOINT = "management.otlp.tracing.endpoint";

  private static final String ACTUATE = "org.springframework.boot.actuate.autoconfigure.";
  private static final List<String> TRACING =
      List.of(ACTUATE + "tracing.", ACTUATE + "opentelemetry.", ACTUATE + "logging.");

  private boolean on;

  @Override
  public void setEnvironment(Environment environment) {
    on = StringUtils.hasText(environment.getProperty(ENDPOINT));
  }

  @Override
  public boolean[] match(
      @Nullable String[] autoConfigurations, AutoConfigurationMetadata metadata) {
    boolean[] kept = new boolean[autoConfigurations.length];
    for (int i = 0; i < kept.length; i++) {
      String name = autoConfigurations[i];
      kept[i] = on || name == null || TRACING.stream().noneMatch(name::startsWith);
    }
    return kept;
  }
}
