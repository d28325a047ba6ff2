package com.aicashevolution.platform.persistence;

import com.aicashevolution.platform.observability.DependencyCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Whether PostgreSQL answers and has the tables of this build. */
final class DatabaseCheck implements DependencyCheck {

  private static final int SECONDS = 1;

  private final DataSource dataSource;
  private final SchemaMigration migration;

  DatabaseCheck(DataSource dataSource, SchemaMigration migration) {
    this.dataSource = dataSource;
    this.migration = migration;
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public boolean required() {
    return true;
  }

  @Override
  public Map<String, @Nullable Object> check() throws SQLException {
    String version =
        switch (migration.state()) {
          case SchemaState.Ready(String ready) -> ready;
          case SchemaState.Waiting(String why) -> throw new IllegalStateException(why);
        };
    try (Connection connection = dataSource.getConnection()) {
      if (!connection.isValid(SECONDS)) {
        throw new IllegalStateException("the connection is not valid");
      }
    }
    return Map.of("schema_version", version);
  }
}
