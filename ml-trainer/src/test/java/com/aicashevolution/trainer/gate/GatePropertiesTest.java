package com.aicashevolution.trainer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class GatePropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Config.class);

  @Test
  void hasTheDocumentedDefaults() {
    context.run(
        c ->
            assertThat(c.getBean(GateProperties.class))
                .isEqualTo(
                    new GateProperties(
                        100, 0.55, 0.45, 0.6, 0.01, 0.1, 0.1, 0.05, 0.95, 0.75, 0.95)));
  }

  @Test
  void bindsEveryKey() {
    context
        .withPropertyValues(
            "ml.gate.min-training-samples=7",
            "ml.gate.min-accuracy=0.1",
            "ml.gate.min-win-rate=0.2",
            "ml.gate.min-f1=0.3",
            "ml.gate.min-coverage=0.4",
            "ml.gate.max-calibration-error=0.5",
            "ml.gate.max-excluded-share=0.6",
            "ml.gate.max-shortfall=0.65",
            "ml.gate.min-deflated-sharpe=0.68",
            "ml.gate.accuracy-ceiling=0.7",
            "ml.gate.confidence=0.9")
        .run(
            c ->
                assertThat(c.getBean(GateProperties.class))
                    .isEqualTo(
                        new GateProperties(7, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.65, 0.68, 0.7, 0.9)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ml.gate.min-training-samples=0",
        "ml.gate.min-accuracy=1.1",
        "ml.gate.min-accuracy=-0.1",
        "ml.gate.min-win-rate=2",
        "ml.gate.min-f1=-1",
        "ml.gate.min-coverage=-1",
        "ml.gate.max-calibration-error=1.1",
        "ml.gate.max-excluded-share=-0.1",
        "ml.gate.max-shortfall=-0.01",
        "ml.gate.min-deflated-sharpe=1",
        "ml.gate.accuracy-ceiling=1.01",
        "ml.gate.confidence=0.4",
        "ml.gate.confidence=1",
        "ml.gate.min-acuracy=0.5"
      })
  void refusesWhatIsOutOfBoundsOrMisspelt(String property) {
    context.withPropertyValues(property).run(c -> assertThat(c).hasFailed());
  }

  @EnableConfigurationProperties(GateProperties.class)
  static class Config {}
}
