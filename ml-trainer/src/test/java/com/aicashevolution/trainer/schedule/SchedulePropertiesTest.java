package com.aicashevolution.trainer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SchedulePropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Bound.class);

  @EnableConfigurationProperties(ScheduleProperties.class)
  static class Bound {}

  @Test
  void hasItsDefaults() {
    context.run(
        it ->
            assertThat(it.getBean(ScheduleProperties.class))
                .isEqualTo(
                    new ScheduleProperties(
                        true,
                        "0 0 2 * * SUN",
                        "0 0 3 1 * *",
                        "0 0 */6 * * *",
                        "0 30 22 * * *",
                        Duration.ofDays(8),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5))));
  }

  @Test
  void readsEveryKey() {
    context
        .withPropertyValues(
            "ml.schedule.automatic=false",
            "ml.schedule.weekly=0 0 4 * * MON",
            "ml.schedule.monthly=0 0 5 2 * *",
            "ml.schedule.staleness-check=0 30 * * * *",
            "ml.schedule.drift-check=0 0 6 * * *",
            "ml.schedule.max-model-age=3d",
            "ml.schedule.poll-interval=200ms",
            "ml.schedule.heartbeat=1s")
        .run(
            it ->
                assertThat(it.getBean(ScheduleProperties.class))
                    .isEqualTo(
                        new ScheduleProperties(
                            false,
                            "0 0 4 * * MON",
                            "0 0 5 2 * *",
                            "0 30 * * * *",
                            "0 0 6 * * *",
                            Duration.ofDays(3),
                            Duration.ofMillis(200),
                            Duration.ofSeconds(1))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ml.schedule.weekly=sundays | on field 'weekly': rejected value [sundays]",
        "ml.schedule.monthly=0 0 3 1 * | on field 'monthly': rejected value [0 0 3 1 *]",
        "ml.schedule.staleness-check=0 0 25 * * * | on field 'stalenessCheck': rejected value [0 0 25 * * *]",
        "ml.schedule.drift-check=daily | on field 'driftCheck': rejected value [daily]",
        "ml.schedule.max-model-age=59s | on field 'maxModelAge': rejected value [PT59S]",
        "ml.schedule.poll-interval=99ms | on field 'pollInterval': rejected value [PT0.099S]",
        "ml.schedule.heartbeat=0s | on field 'heartbeat': rejected value [PT0S]",
        "ml.schedule.daily=1 | [ml.schedule.daily] were left unbound"
      })
  void refusesWhatIsOutOfBoundsAndSaysWhat(String setting, String sentence) {
    context
        .withPropertyValues(setting)
        .run(it -> assertThat(it).getFailure().hasStackTraceContaining(sentence));
  }
}
