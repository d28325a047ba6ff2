package com.aicashevolution.platform.weights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SignalPropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Bound.class);

  @EnableConfigurationProperties(SignalProperties.class)
  static class Bound {}

  @Test
  void hasItsDefaults() {
    context.run(
        it -> assertThat(it.getBean(SignalProperties.class)).isEqualTo(new SignalProperties(1.0)));
  }

  @Test
  void readsEveryKey() {
    context
        .withPropertyValues("ml.signal.weights-max-factor=1.5")
        .run(
            it ->
                assertThat(it.getBean(SignalProperties.class))
                    .isEqualTo(new SignalProperties(1.5)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ml.signal.weights-max-factor=0.49 | on field 'weightsMaxFactor': rejected value [0.49]",
        "ml.signal.weights-max-factor=10.1 | on field 'weightsMaxFactor': rejected value [10.1]",
        "ml.signal.weights-max-factor=NaN | on field 'weightsMaxFactor': rejected value [NaN]",
        "ml.signal.weights-max-factor=high | Failed to bind properties under 'ml.signal.weights-max-factor'",
        "ml.signal.factor=1 | [ml.signal.factor] were left unbound"
      })
  void refusesWhatIsOutOfBoundsAndSaysWhat(String setting, String sentence) {
    context
        .withPropertyValues(setting)
        .run(it -> assertThat(it).getFailure().hasStackTraceContaining(sentence));
  }
}
