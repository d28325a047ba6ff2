package com.aicashevolution.inference.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WindowPropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Bound.class);

  @EnableConfigurationProperties(WindowProperties.class)
  static class Bound {}

  @Test
  void hasItsDefaults() {
    context.run(
        it ->
            assertThat(it.getBean(WindowProperties.class))
                .isEqualTo(new WindowProperties(Duration.ofSeconds(1), Duration.ofSeconds(2))));
  }

  @Test
  void readsEveryKey() {
    context
        .withPropertyValues("ml.window.max-age=0s", "ml.window.retry-after=1ms")
        .run(
            it ->
                assertThat(it.getBean(WindowProperties.class))
                    .isEqualTo(new WindowProperties(Duration.ZERO, Duration.ofMillis(1))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ml.window.max-age=-1s | on field 'maxAge': rejected value [PT-1S]",
        "ml.window.max-age=61s | on field 'maxAge': rejected value [PT1M1S]",
        "ml.window.retry-after=0s | on field 'retryAfter': rejected value [PT0S]",
        "ml.window.retry-after=2m | on field 'retryAfter': rejected value [PT2M]",
        "ml.window.age=1 | [ml.window.age] were left unbound"
      })
  void refusesWhatIsOutOfBoundsAndSaysWhat(String setting, String sentence) {
    context
        .withPropertyValues(setting)
        .run(it -> assertThat(it).getFailure().hasStackTraceContaining(sentence));
  }
}
