package com.aicashevolution.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class DatabasePropertiesTest {

  private static final String URL = "ml.database.url=postgresql://u:p@db/ml";

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  ConfigurationPropertiesAutoConfiguration.class,
                  ValidationAutoConfiguration.class))
          .withUserConfiguration(Settings.class);

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(DatabaseProperties.class)
  static class Settings {}

  @Test
  void hasItsDefaults() {
    runner
        .withPropertyValues(URL)
        .run(
            context ->
                assertThat(context.getBean(DatabaseProperties.class))
                    .isEqualTo(
                        new DatabaseProperties(
                            DatabaseUrl.of("postgresql://u:p@db/ml"),
                            10,
                            true,
                            Duration.ofSeconds(3),
                            Duration.ofSeconds(20),
                            Duration.ofSeconds(5))));
  }

  @Test
  void readsEveryKey() {
    runner
        .withPropertyValues(
            URL,
            "ml.database.pool-size=3",
            "ml.database.migrate=false",
            "ml.database.connect-timeout=1s",
            "ml.database.socket-timeout=1m",
            "ml.database.retry-interval=10ms")
        .run(
            context ->
                assertThat(context.getBean(DatabaseProperties.class))
                    .isEqualTo(
                        new DatabaseProperties(
                            DatabaseUrl.of("postgresql://u:p@db/ml"),
                            3,
                            false,
                            Duration.ofSeconds(1),
                            Duration.ofMinutes(1),
                            Duration.ofMillis(10))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ml.database.pool-size=1",
        "ml.database.pool-size=21",
        "ml.database.connect-timeout=999ms",
        "ml.database.socket-timeout=0s",
        "ml.database.retry-interval=9ms",
        "ml.database.surprise=1",
        "ml.database.url=mysql://db/ml",
      })
  void refusesWhatIsOutOfBounds(String setting) {
    runner.withPropertyValues(URL, setting).run(context -> assertThat(context).hasFailed());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 20})
  void acceptsAPoolAtItsBounds(int size) {
    runner
        .withPropertyValues(URL, "ml.database.pool-size=" + size)
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void cannotDoWithoutAUrl() {
    runner.run(context -> assertThat(context).hasFailed());
  }
}
