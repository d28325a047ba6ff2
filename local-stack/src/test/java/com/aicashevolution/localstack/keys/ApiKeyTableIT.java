package com.aicashevolution.localstack.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.TestDatabase;
import com.aicashevolution.localstack.TestStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiKeyTableIT {
  private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

  private Connection connection;
  private ApiKeyTable table;

  @BeforeEach
  void connect() throws SQLException {
    TestDatabase database = TestStack.freshDatabase("first-migration", ApiKeyTableIT::migrate);
    connection = database.connect();
    table = new ApiKeyTable(connection, () -> NOW);
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  @Test
  void storesTheHashAndNotTheKey() throws SQLException {
    assertThat(table.add("mlk_secret", "dashboard", Role.PREDICT)).isPresent();
    assertThat(text("select sha256 from api_keys"))
        .isEqualTo(ApiKeyTable.sha256("mlk_secret"))
        .doesNotContain("secret");
    assertThat(text("select action from audit_log")).isEqualTo("key-created");
    assertThat(text("select api_keys::text from api_keys")).doesNotContain("mlk_secret");
  }

  @Test
  void addsTheSameKeyOnce() throws SQLException {
    assertThat(table.add("mlk_a", "one", Role.READ)).isPresent();
    assertThat(table.add("mlk_a", "two", Role.OPERATE)).isEmpty();
    assertThat(text("select string_agg(name || ' ' || role, ',') from api_keys"))
        .isEqualTo("one READ");
    assertThat(text("select count(*) from audit_log")).isEqualTo("1");
  }

  private String text(String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static void migrate(TestDatabase database) {
    Path script =
        Path.of(
            System.getProperty("project.root"),
            "common-platform/src/main/resources/db/migration/V1__main_job.sql");
    try (Connection connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(Files.readString(script));
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
