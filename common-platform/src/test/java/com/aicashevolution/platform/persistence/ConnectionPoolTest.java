package com.aicashevolution.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ConnectionPoolTest {

  private static Properties driverProperties(String url) {
    return ConnectionPool.driverProperties(
        new DatabaseProperties(
            DatabaseUrl.of(url),
            10,
            true,
            Duration.ofSeconds(3),
            Duration.ofSeconds(20),
            Duration.ofSeconds(5)),
        "ml-api");
  }

  @Test
  void tellsTheDriverWhoAsksAndWhenToGiveUp() {
    assertThat(driverProperties("postgresql://u:p%40@db/ml"))
        .containsEntry("user", "u")
        .containsEntry("password", "p@")
        .containsEntry("ApplicationName", "ml-api")
        .containsEntry("connectTimeout", "3")
        .containsEntry("socketTimeout", "20")
        .containsEntry("tcpKeepAlive", "true");
  }

  @Test
  void letsTheUrlChoose() {
    assertThat(driverProperties("postgresql://db/ml?sslmode=verify-full&application_name=mine"))
        .containsEntry("sslmode", "verify-full")
        .containsEntry("ApplicationName", "mine");
  }

  @Test
  void neverPreparesStatementsOnTheServer() {
    assertThat(driverProperties("postgresql://db/ml?prepareThreshold=5"))
        .containsEntry("prepareThreshold", "0");
  }
}
