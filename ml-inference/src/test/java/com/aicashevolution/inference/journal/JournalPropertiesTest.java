package com.aicashevolution.inference.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class JournalPropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Bound.class);

  @EnableConfigurationProperties(JournalProperties.class)
  static class Bound {}

  @Test
  void hasItsDefaults() {
    context.run(
        it ->
            assertThat(it.getBean(JournalProperties.class))
                .isEqualTo(
                    new JournalProperties(
                        Path.of(".ml/spool"),
                        DataSize.ofMegabytes(256),
                        4096,
                        256,
                        Duration.ofSeconds(10))));
  }

  @Test
  void readsEveryKey() {
    context
        .withPropertyValues(
            "ml.journal.spool-directory=/var/spool/ml",
            "ml.journal.spool-limit=1GB",
            "ml.journal.queue-capacity=2",
            "ml.journal.batch-size=1",
            "ml.journal.acknowledge-within=1s")
        .run(
            it ->
                assertThat(it.getBean(JournalProperties.class))
                    .isEqualTo(
                        new JournalProperties(
                            Path.of("/var/spool/ml"),
                            DataSize.ofGigabytes(1),
                            2,
                            1,
                            Duration.ofSeconds(1))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ml.journal.queue-capacity=0 | on field 'queueCapacity': rejected value [0]",
        "ml.journal.queue-capacity=1000001 | on field 'queueCapacity': rejected value [1000001]",
        "ml.journal.batch-size=0 | on field 'batchSize': rejected value [0]",
        "ml.journal.batch-size=10001 | on field 'batchSize': rejected value [10001]",
        "ml.journal.acknowledge-within=0s | on field 'acknowledgeWithin': rejected value [PT0S]",
        "ml.journal.acknowledge-within=6m | on field 'acknowledgeWithin': rejected value [PT6M]",
        "ml.journal.spool-limit=much | Failed to bind properties under 'ml.journal.spool-limit'",
        "ml.journal.spool=1 | [ml.journal.spool] were left unbound"
      })
  void refusesWhatIsOutOfBoundsAndSaysWhat(String setting, String sentence) {
    context
        .withPropertyValues(setting)
        .run(it -> assertThat(it).getFailure().hasStackTraceContaining(sentence));
  }
}
