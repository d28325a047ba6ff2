package com.aicashevolution.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.TestDatabase;
import com.aicashevolution.localstack.TestStack;
import com.aicashevolution.localstack.assembly.StackService;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each jar says, and that it ends, where it cannot do its work. */
class RefusedStartIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String SECRET = "hunter2-hunter2-hunter2-hunter2-hunter2";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(StackService.class)
  void namesEveryMalformedVariableWithAnExampleAndNoSecret(StackService service) throws Exception {
    String output =
        refusal(
            service,
            Map.of(
                "DATABASE_URL", "mysql://ml:" + SECRET + "@db.example.com/ml",
                "DATABASE_POOL_SIZE", "many",
                "MANAGEMENT_PORT", "99999",
                "REDIS_URL", "http://:" + SECRET + "@redis.example.com",
                "ML_SERVICE_KEY", "short-and-secret",
                "LOG_FORMAT", "xml",
                "OTEL_TRACES_SAMPLER_ARG", "2"));

    assertThat(output)
        .contains("DATABASE_URL is malformed", "expected a PostgreSQL URL", "postgresql://ml:")
        .contains("DATABASE_POOL_SIZE is malformed: expected a whole number, was 'many'")
        .contains("MANAGEMENT_PORT is malformed", "was '99999'")
        .contains("REDIS_URL is malformed")
        .contains("ML_SERVICE_KEY is malformed (it has 16 characters)")
        .contains("LOG_FORMAT is malformed", "expected plain or ecs, was 'xml'")
        .contains("OTEL_TRACES_SAMPLER_ARG is malformed", "was '2'")
        .doesNotContain("hunter2", "short-and-secret", "\tat com.");
  }

  @ParameterizedTest
  @EnumSource(StackService.class)
  void namesEveryMissingVariable(StackService service) throws Exception {
    assertThat(refusal(service, Map.of()))
        .contains("DATABASE_URL is not set: expected a PostgreSQL URL; for example DATABASE_URL=")
        .contains("ML_SERVICE_KEY is not set: expected a secret of at least 32 characters")
        .contains("docs/ENVIRONMENT.md")
        .doesNotContain("\tat com.");
  }

  @ParameterizedTest
  @EnumSource(StackService.class)
  void namesBothVersionsOfASchemaOfTheFuture(StackService service) throws Exception {
    TestDatabase database = TestStack.freshDatabase();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create table flyway_schema_history as select
            1 as installed_rank, '4711'::varchar as version, 'later'::varchar as description,
            'SQL'::varchar as type, 'V4711__later.sql'::varchar as script, 1 as checksum,
            'x'::varchar as installed_by, now()::timestamp as installed_on,
            1 as execution_time, true as success
          """);
    }

    String output =
        refusal(
            service,
            Map.of(
                "DATABASE_URL",
                database.databaseUrl(),
                "ML_SERVICE_KEY",
                SECRET,
                service.portVariable(),
                "0"));

    assertThat(output)
        .contains("The service was stopped because", "version 4711")
        .containsPattern("knows versions up to \\d+")
        .contains("Start the build that made this schema")
        .doesNotContain(SECRET, database.password());
  }

  private String refusal(StackService service, Map<String, String> environment) throws Exception {
    try (ServiceJar jar = ServiceJar.start(service, folder, environment)) {
      int exit = jar.ended(PATIENCE);
      assertThat(exit).as(jar.output()).isEqualTo(1);
      return jar.output();
    }
  }
}
