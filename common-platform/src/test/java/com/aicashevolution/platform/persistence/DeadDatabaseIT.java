package com.aicashevolution.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aicashevolution.platform.observability.DependencyCheck;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * A {@code DATABASE_URL} behind which there is no PostgreSQL: a port that is closed, and one that
 * takes connections and never says a word. All waits end in seconds, what is said names the host,
 * and nothing that is said or logged holds the password.
 */
@ExtendWith(OutputCaptureExtension.class)
class DeadDatabaseIT {

  private static final String PASSWORD = "t0p-secret-of-the-house";
  private static final long SECONDS = 15;

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  ConfigurationPropertiesAutoConfiguration.class,
                  ValidationAutoConfiguration.class))
          .withUserConfiguration(PersistenceConfiguration.class)
          .withPropertyValues("spring.application.name=ml-test", "ml.database.connect-timeout=1s");

  @Test
  @Timeout(value = SECONDS, unit = TimeUnit.SECONDS)
  void saysWithinSecondsThatNobodyListens(CapturedOutput output) throws IOException {
    int port;
    try (ServerSocket closedAtOnce = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closedAtOnce.getLocalPort();
    }
    run(port, output, "refused");
  }

  @Test
  @Timeout(value = SECONDS, unit = TimeUnit.SECONDS)
  void saysWithinSecondsThatNobodyAnswers(CapturedOutput output) throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      run(silent.getLocalPort(), output, "timed out");
    }
  }

  private void run(int port, CapturedOutput output, String why) {
    String host = "127.0.0.1:" + port;
    runner
        .withPropertyValues("ml.database.url=postgresql://ml:" + PASSWORD + "@" + host + "/ml")
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              String sentence = "PostgreSQL at " + host + " (DATABASE_URL) does not serve us: ";
              assertThat(context.getBean(SchemaMigration.class).state())
                  .isInstanceOfSatisfying(
                      SchemaState.Waiting.class,
                      waiting -> assertThat(waiting.why()).startsWith(sentence).contains(why));
              assertThatExceptionOfType(IllegalStateException.class)
                  .isThrownBy(() -> context.getBean(DependencyCheck.class).check())
                  .withMessageStartingWith(sentence);
              assertThat(context.getBean(DependencyCheck.class).location()).isEqualTo(host);
              refusesConnections(context);
              assertThat(output).contains(sentence).doesNotContain(PASSWORD);
            });
  }

  private static void refusesConnections(AssertableApplicationContext context) {
    HikariDataSource pool = context.getBean(HikariDataSource.class);
    long asked = System.nanoTime();
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(pool::getConnection)
        .satisfies(refused -> assertThat(everythingSaidBy(refused)).doesNotContain(PASSWORD));
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(4));
  }

  private static String everythingSaidBy(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
