package com.aicashevolution.trainer.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DriftPropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Bound.class);

  @EnableConfigurationProperties(DriftProperties.class)
  static class Bound {}

  @Test
  void asksForNoRunUnlessAllowed() {
    context.run(
        it ->
            assertThat(it.getBean(DriftProperties.class))
                .isEqualTo(new DriftProperties(false, Duration.ofDays(7))));
  }

  @Test
  void readsEveryKey() {
    context
        .withPropertyValues("ml.drift.retrain=true", "ml.drift.retrain-cooldown=3d")
        .run(
            it ->
                assertThat(it.getBean(DriftProperties.class))
                    .isEqualTo(new DriftProperties(true, Duration.ofDays(3))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ml.drift.retrain-cooldown=59m | on field 'retrainCooldown': rejected value [PT59M]",
        "ml.drift.threshold=1 | [ml.drift.threshold] were left unbound"
      })
  void refusesWhatIsOutOfBoundsAndSaysWhat(String setting, String sentence) {
    context
        .withPropertyValues(setting)
        .run(it -> assertThat(it).getFailure().hasStackTraceContaining(sentence));
  }
}
