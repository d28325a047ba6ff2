package com.aicashevolution.inference.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PredictionCachePropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Bound.class);

  @EnableConfigurationProperties(PredictionCacheProperties.class)
  static class Bound {}

  @Test
  void hasItsDefaults() {
    context.run(
        it ->
            assertThat(it.getBean(PredictionCacheProperties.class))
                .isEqualTo(new PredictionCacheProperties(Duration.ofSeconds(60), 10_000)));
  }

  @Test
  void readsEveryKey() {
    context
        .withPropertyValues("ml.prediction-cache.ttl=90", "ml.prediction-cache.memory-entries=5")
        .run(
            it ->
                assertThat(it.getBean(PredictionCacheProperties.class))
                    .isEqualTo(new PredictionCacheProperties(Duration.ofSeconds(90), 5)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ml.prediction-cache.ttl=-1 | on field 'ttl': rejected value [PT-1S]",
        "ml.prediction-cache.ttl=25h | on field 'ttl': rejected value [PT25H]",
        "ml.prediction-cache.memory-entries=0 | on field 'memoryEntries': rejected value [0]",
        "ml.prediction-cache.memory-entries=1000001 | on field 'memoryEntries': rejected value [1000001]",
        "ml.prediction-cache.entries=1 | [ml.prediction-cache.entries] were left unbound"
      })
  void refusesWhatIsOutOfBoundsAndSaysWhat(String setting, String sentence) {
    context
        .withPropertyValues(setting)
        .run(it -> assertThat(it).getFailure().hasStackTraceContaining(sentence));
  }
}
