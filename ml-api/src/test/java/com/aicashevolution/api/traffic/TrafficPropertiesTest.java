package com.aicashevolution.api.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TrafficPropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Bound.class);

  @EnableConfigurationProperties(TrafficProperties.class)
  static class Bound {}

  @Test
  void hasItsDefaults() {
    context.run(
        it ->
            assertThat(it.getBean(TrafficProperties.class))
                .isEqualTo(new TrafficProperties(Duration.ofSeconds(1))));
  }

  @Test
  void readsEveryKey() {
    context
        .withPropertyValues("ml.traffic.poll-interval=50ms")
        .run(
            it ->
                assertThat(it.getBean(TrafficProperties.class))
                    .isEqualTo(new TrafficProperties(Duration.ofMillis(50))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ml.traffic.poll-interval=49ms | on field 'pollInterval': rejected value [PT0.049S]",
        "ml.traffic.poll-interval=often | Failed to bind properties under 'ml.traffic.poll-interval'",
        "ml.traffic.interval=1 | [ml.traffic.interval] were left unbound"
      })
  void refusesWhatIsOutOfBoundsAndSaysWhat(String setting, String sentence) {
    context
        .withPropertyValues(setting)
        .run(it -> assertThat(it).getFailure().hasStackTraceContaining(sentence));
  }
}
