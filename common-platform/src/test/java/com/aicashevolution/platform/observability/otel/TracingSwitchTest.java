package com.aicashevolution.platform.observability.otel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.metrics.MetricsAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.opentelemetry.OpenTelemetryAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.MicrometerTracingAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.mock.env.MockEnvironment;

class TracingSwitchTest {

  private static final List<Class<?>> TRACING =
      List.of(
          OpenTelemetryTracingAutoConfiguration.class,
          OtlpTracingAutoConfiguration.class,
          MicrometerTracingAutoConfiguration.class,
          OpenTelemetryAutoConfiguration.class);

  private static final String[] ALL =
      ImportCandidates.load(
              org.springframework.boot.autoconfigure.AutoConfiguration.class,
              AutoConfigurationImportSelector.class.getClassLoader())
          .getCandidates()
          .toArray(String[]::new);

  private static List<String> kept(String endpoint) {
    TracingSwitch tracing = new TracingSwitch();
    tracing.setEnvironment(new MockEnvironment().withProperty(TracingSwitch.ENDPOINT, endpoint));
    boolean[] kept = tracing.match(ALL, new NoMetadata());
    return IntStream.range(0, ALL.length).filter(i -> kept[i]).mapToObj(i -> ALL[i]).toList();
  }

  @Test
  void leavesTracingOutWithoutAnEndpointAndMetricsIn() {
    assertThat(kept(""))
        .doesNotContainAnyElementsOf(TRACING.stream().map(Class::getName).toList())
        .contains(
            MetricsAutoConfiguration.class.getName(), ObservationAutoConfiguration.class.getName());
  }

  @Test
  void leavesNothingOutWithAnEndpoint() {
    assertThat(kept("http://collector:4318/v1/traces")).containsExactly(ALL);
    assertThat(ALL).contains(TRACING.stream().map(Class::getName).toArray(String[]::new));
  }

  /** The filter asks nothing of it. */
  private static final class NoMetadata implements AutoConfigurationMetadata {

    @Override
    public boolean wasProcessed(String className) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Integer getInteger(String className, String key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Integer getInteger(String className, String key, Integer defaultValue) {
      throw new UnsupportedOperationException();
    }

    @Override
    public java.util.Set<String> getSet(String className, String key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public java.util.Set<String> getSet(
        String className, String key, java.util.Set<String> defaultValue) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String get(String className, String key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String get(String className, String key, String defaultValue) {
      throw new UnsupportedOperationException();
    }
  }
}
