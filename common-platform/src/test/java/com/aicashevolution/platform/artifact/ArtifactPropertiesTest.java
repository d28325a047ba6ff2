package com.aicashevolution.platform.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ArtifactPropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Bound.class);

  @EnableConfigurationProperties(ArtifactProperties.class)
  static class Bound {}

  @Test
  void hasItsDefaults() {
    context.run(
        it ->
            assertThat(it.getBean(ArtifactProperties.class))
                .isEqualTo(
                    new ArtifactProperties(
                        false,
                        null,
                        null,
                        "us-east-1",
                        null,
                        null,
                        null,
                        Path.of(".ml/data/models"),
                        Duration.ofSeconds(30))));
  }

  @Test
  void readsEveryKey() {
    context
        .withPropertyValues(
            "ml.artifact.use-s3-storage=true",
            "ml.artifact.bucket=models",
            "ml.artifact.endpoint=http://127.0.0.1:9000",
            "ml.artifact.region=eu-west-1",
            "ml.artifact.access-key-id=id",
            "ml.artifact.secret-access-key=secret",
            "ml.artifact.session-token=token",
            "ml.artifact.path=/var/models",
            "ml.artifact.timeout=5s")
        .run(
            it ->
                assertThat(it.getBean(ArtifactProperties.class))
                    .isEqualTo(
                        new ArtifactProperties(
                            true,
                            "models",
                            URI.create("http://127.0.0.1:9000"),
                            "eu-west-1",
                            "id",
                            "secret",
                            "token",
                            Path.of("/var/models"),
                            Duration.ofSeconds(5))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ml.artifact.timeout=999ms | on field 'timeout': rejected value [PT0.999S]",
        "ml.artifact.use-s3-storage=true | must name the bucket (S3_BUCKET)",
        "ml.artifact.access-key-id=id | AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
        "ml.artifact.use-s3-storage=perhaps | Failed to bind properties under 'ml.artifact.use-s3-storage'",
        "ml.artifact.buckets=1 | [ml.artifact.buckets] were left unbound"
      })
  void refusesWhatIsOutOfBoundsAndSaysWhat(String setting, String sentence) {
    context
        .withPropertyValues(setting)
        .run(it -> assertThat(it).getFailure().hasStackTraceContaining(sentence));
  }

  @Test
  void doesNotShowTheSecret() {
    context
        .withPropertyValues("ml.artifact.access-key-id=id", "ml.artifact.secret-access-key=hunter2")
        .run(
            it ->
                assertThat(it.getBean(ArtifactProperties.class).toString())
                    .doesNotContain("hunter2"));
  }
}
