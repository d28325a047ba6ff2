package com.aicashevolution.api.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class UpstreamPropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Bound.class);

  @EnableConfigurationProperties(UpstreamProperties.class)
  static class Bound {}

  @Test
  void hasItsDefaults() {
    context.run(
        it ->
            assertThat(it.getBean(UpstreamProperties.class))
                .isEqualTo(
                    new UpstreamProperties(
                        URI.create("http://127.0.0.1:8081"),
                        URI.create("http://127.0.0.1:8082"),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(90),
                        256,
                        32)));
  }

  @Test
  void readsEveryKey() {
    context
        .withPropertyValues(
            "ml.upstream.training-url=http://trainer:1",
            "ml.upstream.inference-url=http://inference:2",
            "ml.upstream.connect-timeout=1s",
            "ml.upstream.predict-timeout=2s",
            "ml.upstream.training-timeout=3s",
            "ml.upstream.search-timeout=6s",
            "ml.upstream.concurrent-predictions=4",
            "ml.upstream.concurrent-training=5")
        .run(
            it ->
                assertThat(it.getBean(UpstreamProperties.class))
                    .isEqualTo(
                        new UpstreamProperties(
                            URI.create("http://trainer:1"),
                            URI.create("http://inference:2"),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(3),
                            Duration.ofSeconds(6),
                            4,
                            5)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ml.upstream.connect-timeout=0s | on field 'connectTimeout': rejected value [PT0S]",
        "ml.upstream.predict-timeout=-2s | on field 'predictTimeout': rejected value [PT-2S]",
        "ml.upstream.training-timeout=0ms | on field 'trainingTimeout': rejected value [PT0S]",
        "ml.upstream.search-timeout=0s | on field 'searchTimeout': rejected value [PT0S]",
        "ml.upstream.concurrent-predictions=0 | on field 'concurrentPredictions': rejected value [0]",
        "ml.upstream.concurrent-training=-1 | on field 'concurrentTraining': rejected value [-1]",
        "ml.upstream.training-url=http://[ | Failed to bind properties under 'ml.upstream.training-url'",
        "ml.upstream.trainer-url=1 | [ml.upstream.trainer-url] were left unbound"
      })
  void refusesWhatIsOutOfBoundsAndSaysWhat(String setting, String sentence) {
    context
        .withPropertyValues(setting)
        .run(it -> assertThat(it).getFailure().hasStackTraceContaining(sentence));
  }
}
