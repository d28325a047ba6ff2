package com.aicashevolution.platform.persistence;

import com.aicashevolution.platform.observability.DependencyCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Asks PostgreSQL for a sign of life and tells which version the schema has. */
final class PostgresCheck implements DependencyCheck {

  private static final int SECONDS = 2;

  private final DataSource dataSource;
  private final SchemaMigration migration;

  PostgresCheck(DataSource dataSource, SchemaMigration migration) {
    this.dataSource = dataSource;
    this.migration = migration;
  }

  @Override
  public String name() {
    return "postgres";
  }

  /** What is in memory goes on being served. */
  @Override
  public boolean required() {
    return false;
  }

  @Override
  public Map<String, @Nullable Object> check() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      if (!connection.isValid(SECONDS)) {
        throw new SQLException("no answer within " + SECONDS + " s");
      }
    }
    return switch (migration.state()) {
      case SchemaState.Ready(String version) -> Map.of("schema_version", version);
      case SchemaState.Waiting(String why) -> throw new SQLException("schema not ready: " + why);
    };
  }
}
