package com.aicashevolution.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CachePropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Bound.class);

  @EnableConfigurationProperties(CacheProperties.class)
  static class Bound {}

  @Test
  void hasItsDefaults() {
    context.run(
        it ->
            assertThat(it.getBean(CacheProperties.class))
                .isEqualTo(
                    new CacheProperties(null, Duration.ofMillis(100), Duration.ofSeconds(1), 3)));
  }

  @Test
  void readsEveryKey() {
    context
        .withPropertyValues(
            "ml.cache.redis-url=redis://cache:6379/2",
            "ml.cache.command-timeout=20ms",
            "ml.cache.connect-timeout=2s",
            "ml.cache.failures-to-open=7")
        .run(
            it ->
                assertThat(it.getBean(CacheProperties.class))
                    .isEqualTo(
                        new CacheProperties(
                            "redis://cache:6379/2",
                            Duration.ofMillis(20),
                            Duration.ofSeconds(2),
                            7)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ml.cache.command-timeout=0ms | on field 'commandTimeout': rejected value [PT0S]",
        "ml.cache.connect-timeout=-1s | on field 'connectTimeout': rejected value [PT-1S]",
        "ml.cache.failures-to-open=0 | on field 'failuresToOpen': rejected value [0]",
        "ml.cache.command-timeout=soon | Failed to bind properties under 'ml.cache.command-timeout'",
        "ml.cache.timeout=1 | [ml.cache.timeout] were left unbound"
      })
  void refusesWhatIsOutOfBoundsAndSaysWhat(String setting, String sentence) {
    context
        .withPropertyValues(setting)
        .run(it -> assertThat(it).getFailure().hasStackTraceContaining(sentence));
  }

  @Test
  void doesNotShowTheUrlWhichHoldsAPassword() {
    context
        .withPropertyValues("ml.cache.redis-url=redis://user:hunter2@cache:6379")
        .run(
            it ->
                assertThat(it.getBean(CacheProperties.class).toString()).doesNotContain("hunter2"));
  }
}
