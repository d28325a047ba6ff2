package com.aicashevolution.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class SecurityPropertiesTest {

  private static final String KEY = "ml.security.service-key=0123456789abcdef0123456789abcdef";

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Bound.class);

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(SecurityProperties.class)
  static class Bound {}

  @Test
  void shouldHaveDefaultsForAllButTheKey() {
    context
        .withPropertyValues(KEY)
        .run(
            it ->
                assertThat(it.getBean(SecurityProperties.class))
                    .isEqualTo(
                        new SecurityProperties(
                            "0123456789abcdef0123456789abcdef",
                            Duration.ofSeconds(30),
                            Duration.ofMinutes(15),
                            10_000)));
  }

  @Test
  void shouldReadEveryKey() {
    context
        .withPropertyValues(
            KEY,
            "ml.security.verified-for=5s",
            "ml.security.grace-without-store=1h",
            "ml.security.remembered-keys=7")
        .run(
            it -> {
              SecurityProperties properties = it.getBean(SecurityProperties.class);
              assertThat(properties.verifiedFor()).isEqualTo(Duration.ofSeconds(5));
              assertThat(properties.graceWithoutStore()).isEqualTo(Duration.ofHours(1));
              assertThat(properties.rememberedKeys()).isEqualTo(7);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ml.security.service-key=tooshort",
        "ml.security.remembered-keys=0",
        "ml.security.verified-for=soon",
        "ml.security.servicekeys=typo"
      })
  void shouldRefuseWhatIsOutOfBounds(String property) {
    context.withPropertyValues(KEY, property).run(it -> assertThat(it).hasFailed());
  }

  @Test
  void shouldRefuseToStartWithoutAKey() {
    context.run(it -> assertThat(it).hasFailed());
  }

  @Test
  void shouldNotShowTheKey() {
    context
        .withPropertyValues(KEY)
        .run(
            it ->
                assertThat(it.getBean(SecurityProperties.class).toString())
                    .doesNotContain("0123456789abcdef"));
  }
}
