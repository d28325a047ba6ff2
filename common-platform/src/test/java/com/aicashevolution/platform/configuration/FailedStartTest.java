package com.aicashevolution.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.validation.annotation.Validated;

/** What a person reads whose service did not start. */
@ExtendWith(OutputCaptureExtension.class)
class FailedStartTest {

  @Validated
  @ConfigurationProperties(prefix = "ml.database", ignoreUnknownFields = false)
  record Pool(@Min(2) @Max(20) int poolSize, String url) {}

  @Configuration(proxyBeanMethods = false)
  @Import({ConfigurationPropertiesAutoConfiguration.class, ValidationAutoConfiguration.class})
  @EnableConfigurationProperties(Pool.class)
  static class Service {}

  private static Throwable startWith(String... arguments) {
    SpringApplication application = new SpringApplication(Service.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    return catchThrowable(() -> application.run(arguments).close());
  }

  @Test
  void namesTheMissingVariable(CapturedOutput output) {
    assertThat(startWith("--spring.application.name=ml-api")).isNotNull();

    assertThat(output)
        .contains("DATABASE_URL is not set: expected a PostgreSQL URL")
        .contains("docs/ENVIRONMENT.md")
        .doesNotContain("\tat com.");
  }

  @Test
  void namesTheVariableWhoseValueTheFeatureRefuses(CapturedOutput output) {
    assertThat(
            startWith(
                "--spring.application.name=ml-api",
                "--ml.database.url=postgresql://u:hunter2@db/ml",
                "--ml.database.pool-size=50"))
        .isNotNull();

    assertThat(output)
        .contains("DATABASE_POOL_SIZE (ml.database.pool-size) must be less than or equal to 20")
        .contains(", was 50; for example DATABASE_POOL_SIZE=10")
        .doesNotContain("hunter2");
  }

  @Test
  void namesTheVariableWhoseValueCannotBeConverted(CapturedOutput output) {
    assertThat(
            startWith(
                "--spring.application.name=ml-api",
                "--ml.database.url=postgresql://u:hunter2@db/ml",
                "--ml.database.pool-size=many"))
        .isNotNull();

    assertThat(output)
        .contains(
            "DATABASE_POOL_SIZE (ml.database.pool-size) is malformed: expected a whole number")
        .doesNotContain("hunter2");
  }
}
