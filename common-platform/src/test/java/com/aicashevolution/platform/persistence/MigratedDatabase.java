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

  public static DataSource dataSource(TestDatabase database) {
    return new DriverManagerDataSource(
        database.jdbcUrl() + "?prepareThreshold=0", database.user(), database.password());
  }

  public static JdbcClient jdbc(TestDatabase database) {
    return JdbcClient.create(dataSource(database));
  }
}
