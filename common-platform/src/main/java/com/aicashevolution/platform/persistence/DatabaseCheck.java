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

  private final DatabaseUrl url;
  private final DataSource dataSource;
  private final SchemaMigration migration;

  DatabaseCheck(DatabaseUrl url, DataSource dataSource, SchemaMigration migration) {
    this.url = url;
    this.dataSource = dataSource;
    this.migration = migration;
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public String location() {
    return url.hosts();
  }

  @Override
  public boolean required() {
    return true;
  }

  @Override
  public Map<String, @Nullable Object> check() {
    String version =
        switch (migration.state()) {
          case SchemaState.Ready(String ready) -> ready;
          case SchemaState.Waiting(String why) -> throw new IllegalStateException(why);
        };
    try (Connection connection = dataSource.getConnection()) {
      if (!connection.isValid(SECONDS)) {
        throw new IllegalStateException("the connection is not valid");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(ConnectionFailure.sentence(url, e), e);
    }
    return Map.of("schema_version", version);
  }
}
