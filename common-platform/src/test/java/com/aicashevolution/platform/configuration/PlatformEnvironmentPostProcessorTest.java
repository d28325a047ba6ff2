package com.aicashevolution.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class PlatformEnvironmentPostProcessorTest {

  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final String DATABASE = "postgresql://u:hunter2@db/ml";

  private final SpringApplication application = new SpringApplication();
  private final Map<String, Object> variables =
      new HashMap<>(Map.of("DATABASE_URL", DATABASE, "ML_SERVICE_KEY", KEY));
  private final Map<String, Object> files = new HashMap<>();

  PlatformEnvironmentPostProcessorTest() {
    application.setWebApplicationType(WebApplicationType.SERVLET);
  }

  private ConfigurableEnvironment environmentOf(String service) {
    files.put("spring.application.name", service);
    ConfigurableEnvironment environment = new StandardEnvironment();
    String system = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment
        .getPropertySources()
        .replace(system, new SystemEnvironmentPropertySource(system, variables));
    environment.getPropertySources().addLast(new MapPropertySource("files", files));
    new PlatformEnvironmentPostProcessor().postProcessEnvironment(environment, application);
    return environment;
  }

  @Test
  void laysVariablesOverFiles() {
    files.put("ml.database.pool-size", "7");
    variables.put("DATABASE_POOL_SIZE", " 12 ");

    assertThat(environmentOf("ml-api").getProperty("ml.database.pool-size")).isEqualTo("12");
  }

  @Test
  void laysDefaultsUnderFiles() {
    files.put("server.shutdown", "immediate");

    ConfigurableEnvironment environment = environmentOf("ml-api");

    assertThat(environment.getProperty("server.shutdown")).isEqualTo("immediate");
    assertThat(environment.getProperty("spring.threads.virtual.enabled")).isEqualTo("true");
  }

  @Test
  void takesAnEmptyVariableAsNotSet() {
    files.put("ml.database.pool-size", "7");
    variables.put("DATABASE_POOL_SIZE", " ");

    assertThat(environmentOf("ml-api").getProperty("ml.database.pool-size")).isEqualTo("7");
  }

  @Test
  void prefersTheFirstOfTwoNames() {
    variables.put("MODEL_STORAGE_BUCKET", "second");
    assertThat(environmentOf("ml-trainer").getProperty("ml.artifact.bucket")).isEqualTo("second");

    variables.put("S3_BUCKET", "first");
    assertThat(environmentOf("ml-trainer").getProperty("ml.artifact.bucket")).isEqualTo("first");
  }

  @Test
  void keepsVariablesFromServicesThatDoNotReadThem() {
    variables.put("MIN_ACCURACY", "0.7");

    assertThat(environmentOf("ml-api").getProperty("ml.gate.min-accuracy")).isNull();
    assertThat(environmentOf("ml-trainer").getProperty("ml.gate.min-accuracy")).isEqualTo("0.7");
  }

  @ParameterizedTest
  @CsvSource({
    "ml-api,       ,              ,      8080, 9080",
    "ml-trainer,   ,              ,      8081, 9081",
    "ml-inference, ,              ,      8082, 9082",
    "ml-api,       PORT,          9000,  9000, 10000",
    "ml-trainer,   PORT,          9000,  9000, 10000",
    "ml-trainer,   TRAINING_PORT, 9001,  9001, 10001",
    "ml-inference, TRAINING_PORT, 9001,  8082, 9082",
    "ml-inference, INFERENCE_PORT, 0,    0,    0",
    "ml-api,       PORT,          65000, 65000, 64000",
    "ml-api,       MANAGEMENT_PORT, 7000, 8080, 7000",
  })
  void givesEveryServiceItsPorts(
      String service, String variable, String value, String port, String managementPort) {
    if (variable != null) {
      variables.put(variable, value);
    }

    ConfigurableEnvironment environment = environmentOf(service);

    assertThat(environment.getProperty("server.port")).isEqualTo(port);
    assertThat(environment.getProperty("management.server.port")).isEqualTo(managementPort);
  }

  @Test
  void refusesToStartWithoutWhatIsNeeded() {
    variables.clear();

    assertThatExceptionOfType(InvalidEnvironmentException.class)
        .isThrownBy(() -> environmentOf("ml-inference"))
        .satisfies(
            e ->
                assertThat(e.complaints())
                    .satisfiesExactly(
                        first -> assertThat(first).startsWith("DATABASE_URL is not set"),
                        second -> assertThat(second).startsWith("ML_SERVICE_KEY is not set")));
  }

  @Test
  void acceptsAPropertyInPlaceOfItsVariable() {
    variables.clear();
    files.put("ml.database.url", DATABASE);
    files.put("ml.security.service-key", KEY);

    assertThat(environmentOf("ml-api").getProperty("ml.database.url")).isEqualTo(DATABASE);
  }

  @Test
  void needsNoServiceKeyForACommandOfTheJar() {
    variables.remove("ML_SERVICE_KEY");
    application.setWebApplicationType(WebApplicationType.NONE);

    assertThat(environmentOf("ml-api").getProperty("ml.database.url")).isEqualTo(DATABASE);
  }

  @Test
  void namesEveryMalformedVariableAtOnceAndNoSecret() {
    variables.put("DATABASE_URL", "postgresql://u:hunter2@db:70000/ml");
    variables.put("DATABASE_POOL_SIZE", "many");
    variables.put("ML_SERVICE_KEY", "hunter2");

    assertThatExceptionOfType(InvalidEnvironmentException.class)
        .isThrownBy(() -> environmentOf("ml-api"))
        .withMessageNotContaining("hunter2")
        .satisfies(
            e ->
                assertThat(e.complaints())
                    .containsExactly(
                        "DATABASE_URL is malformed (its port must be in [1, 65535]): expected a"
                            + " PostgreSQL URL; for example DATABASE_URL=postgresql://ml:secret@"
                            + "db.example.com:5432/ml?sslmode=require",
                        "DATABASE_POOL_SIZE is malformed: expected a whole number, was 'many'; for"
                            + " example DATABASE_POOL_SIZE=10",
                        "ML_SERVICE_KEY is malformed (it has 7 characters): expected a secret of"
                            + " at least 32 characters; for example"
                            + " ML_SERVICE_KEY=a-long-random-secret-of-32-or-more-characters"));
  }

  @Test
  void leavesAnApplicationAloneThatIsNoneOfTheThree() {
    variables.put("PORT", "nonsense");

    ConfigurableEnvironment environment = environmentOf("some-test");

    assertThat(environment.getProperty("ml.database.url")).isNull();
    assertThat(environment.getProperty("server.shutdown")).isEqualTo("graceful");
  }
}
