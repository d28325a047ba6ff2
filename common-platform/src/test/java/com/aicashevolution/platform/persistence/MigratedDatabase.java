package com.aicashevolution.platform.persistence;

import com.aicashevolution.localstack.TestDatabase;
import com.aicashevolution.localstack.TestStack;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Databases of a test's own that have our tables. */
public final class MigratedDatabase {

  private MigratedDatabase() {}

  public static TestDatabase fresh() {
    return TestStack.freshDatabase("platform_schema", MigratedDatabase::migrate);
  }

  public static void migrate(TestDatabase database) {
    migrate(dataSource(database));
  }

  public static void migrate(DataSource database) {
    new SchemaMigrator(database, true).attempt();
  }

  /** Version of the newest migration, from a database that was migrated just now. */
  static String latest() {
    return jdbc(fresh())
        .sql("select max(version::int)::text from flyway_schema_history")
        .query(String.class)
        .single();
  }

  public static DataSource dataSource(TestDatabase database) {
    return new DriverManagerDataSource(
        database.jdbcUrl() + "?prepareThreshold=0", database.user(), database.password());
  }

  public static JdbcClient jdbc(TestDatabase database) {
    return JdbcClient.create(dataSource(database));
  }
}
