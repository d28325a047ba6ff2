package com.aicashevolution.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.aicashevolution.localstack.LocalPostgres;
import com.aicashevolution.localstack.TestDatabase;
import com.aicashevolution.localstack.TestStack;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SchemaMigrationIT {

  private static final String VERSION = MigratedDatabase.latest();

  private final AtomicReference<ForeignSchemaException> stopped = new AtomicReference<>();

  private SchemaMigration migrationOf(String jdbcUrl, String password, boolean migrate) {
    DriverManagerDataSource dataSource =
        new DriverManagerDataSource(jdbcUrl, LocalPostgres.USER, password);
    return new SchemaMigration(
        DatabaseUrl.of(jdbcUrl),
        new SchemaMigrator(dataSource, migrate),
        Duration.ofMillis(50),
        stopped::set);
  }

  private SchemaMigration migrationOf(TestDatabase database, boolean migrate) {
    return migrationOf(database.jdbcUrl(), database.password(), migrate);
  }

  private static void start(SchemaMigration migration) {
    migration.afterPropertiesSet();
  }

  @Test
  void migratesAnEmptyDatabaseAndFindsItMigratedTheNextTime() {
    TestDatabase database = TestStack.freshDatabase();

    for (int i = 0; i < 2; i++) {
      SchemaMigration migration = migrationOf(database, true);
      start(migration);
      assertThat(migration.state()).isEqualTo(new SchemaState.Ready(VERSION));
      migration.destroy();
    }
  }

  @Test
  void migratesBesideTablesOfSomebodyElse() {
    TestDatabase database = TestStack.freshDatabase();
    MigratedDatabase.jdbc(database).sql("create table somebody_elses (id int)").update();
    SchemaMigration migration = migrationOf(database, true);

    start(migration);

    assertThat(migration.state()).isEqualTo(new SchemaState.Ready(VERSION));
    migration.destroy();
  }

  @Test
  void migratesOnceWhenFourServicesStartTogether() throws Exception {
    TestDatabase database = TestStack.freshDatabase();
    Callable<SchemaState> attempt =
        () -> new SchemaMigrator(MigratedDatabase.dataSource(database), true).attempt();

    try (ExecutorService services = Executors.newFixedThreadPool(4)) {
      for (Future<SchemaState> state :
          services.invokeAll(List.of(attempt, attempt, attempt, attempt))) {
        assertThat(state.get()).isEqualTo(new SchemaState.Ready(VERSION));
      }
    }
  }

  @Test
  void seesWithoutFlywayThatTheSchemaIsThisBuilds() {
    TestDatabase database = MigratedDatabase.fresh();
    SchemaHistory history = new SchemaHistory(MigratedDatabase.dataSource(database));

    assertThat(history.versionIfSame()).contains(VERSION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update flyway_schema_history set checksum = checksum + 1 where version = '2'",
        "update flyway_schema_history set success = false where version = '3'",
        "update flyway_schema_history set type = 'UNDO_SQL' where version = '3'",
        "update flyway_schema_history set version = '999' where version = '1'",
        "delete from flyway_schema_history where version = '2'",
        "drop table flyway_schema_history",
        "alter table flyway_schema_history rename to somebody_elses",
        "create schema other; alter table flyway_schema_history set schema other;"
            + " do $$ begin execute format('alter database %I set search_path = public, other',"
            + " current_database()); end $$"
      })
  void leavesEveryOtherHistoryToFlyway(String change) {
    TestDatabase database = MigratedDatabase.fresh();
    MigratedDatabase.jdbc(database).sql(change).update();

    assertThat(new SchemaHistory(MigratedDatabase.dataSource(database)).versionIfSame()).isEmpty();
  }

  @Test
  void leavesAnEmptyDatabaseToFlyway() {
    SchemaHistory history =
        new SchemaHistory(MigratedDatabase.dataSource(TestStack.freshDatabase()));

    assertThat(history.versionIfSame()).isEmpty();
  }

  @Test
  void stopsTheStartOnASchemaOfTheFuture() {
    TestDatabase database = MigratedDatabase.fresh();
    MigratedDatabase.jdbc(database)
        .sql(
            """
            insert into flyway_schema_history
            select 900 + installed_rank, '999', 'far away', type, 'V999__far_away.sql', 4711,
                   installed_by, installed_on, execution_time, success
              from flyway_schema_history where version = '1'
            """)
        .update();

    assertThatExceptionOfType(ForeignSchemaException.class)
        .isThrownBy(() -> start(migrationOf(database, true)))
        .withMessage(
            "the database's schema is at version 999, this build knows versions up to " + VERSION);
  }

  @Test
  void stopsTheStartOnASchemaThatAnotherBuildMade() {
    TestDatabase database = MigratedDatabase.fresh();
    MigratedDatabase.jdbc(database)
        .sql("update flyway_schema_history set checksum = 4711 where version = '1'")
        .update();

    assertThatExceptionOfType(ForeignSchemaException.class)
        .isThrownBy(() -> start(migrationOf(database, true)))
        .withMessageContaining("says it is at version " + VERSION)
        .withMessageContaining("checksum");
  }

  @Test
  void stopsTheStartWhereOurTablesExistWithoutAHistory() {
    TestDatabase database = TestStack.freshDatabase();
    MigratedDatabase.jdbc(database).sql("create table market_candles (id int)").update();

    assertThatExceptionOfType(FlywayException.class)
        .isThrownBy(() -> start(migrationOf(database, true)))
        .withMessageContaining("\"market_candles\" already exists");
  }

  @Test
  void stopsTheStartWithAWrongPassword() {
    TestDatabase database = TestStack.freshDatabase();

    assertThatExceptionOfType(FlywayException.class)
        .isThrownBy(() -> start(migrationOf(database.jdbcUrl(), "wrong", true)))
        .withMessageContaining("password authentication failed");
  }

  @Test
  void waitsForSomebodyElseToMigrateWhereItMayNot() {
    TestDatabase database = TestStack.freshDatabase();
    SchemaMigration migration = migrationOf(database, false);
    start(migration);
    assertThat(migration.state())
        .isEqualTo(
            new SchemaState.Waiting(
                "the schema is at version 0 and is to be migrated to " + VERSION));

    MigratedDatabase.migrate(database);

    await()
        .untilAsserted(
            () -> assertThat(migration.state()).isEqualTo(new SchemaState.Ready(VERSION)));
    migration.destroy();
  }

  @Test
  void startsWithoutAServerAndMigratesWhenItComes() {
    LocalPostgres server = TestStack.ownPostgres();
    SchemaMigration migration = migrationOf(server.jdbcUrl("postgres"), server.password(), true);

    start(migration);

    assertThat(migration.state()).isInstanceOf(SchemaState.Waiting.class);
    server.start();
    try {
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> assertThat(migration.state()).isEqualTo(new SchemaState.Ready(VERSION)));
    } finally {
      migration.destroy();
      server.stop();
    }
  }

  @Test
  void stopsTheServiceWhenTheServerComesWithASchemaOfTheFuture() {
    TestDatabase database = TestStack.freshDatabase();
    SchemaMigration migration = migrationOf(database, false);
    start(migration);
    MigratedDatabase.migrate(database);
    await().until(() -> migration.state() instanceof SchemaState.Ready);
    migration.destroy();

    TestDatabase future = TestStack.freshDatabase();
    SchemaMigration waiting = migrationOf(future, false);
    start(waiting);
    MigratedDatabase.jdbc(future)
        .sql(
            """
            create table flyway_schema_history as select
              1 as installed_rank, '999'::varchar as version, 'later'::varchar as description,
              'SQL'::varchar as type, 'V999__later.sql'::varchar as script, 4711 as checksum,
              'x'::varchar as installed_by, now()::timestamp as installed_on,
              1 as execution_time, true as success
            """)
        .update();

    await().untilAsserted(() -> assertThat(stopped.get()).hasMessageContaining("version 999"));
    waiting.destroy();
  }

  @Test
  void protectsEveryTableWithRowLevelSecurity() {
    JdbcClient jdbc = MigratedDatabase.jdbc(MigratedDatabase.fresh());

    assertThat(
            jdbc.sql(
                    """
                    select relname from pg_class
                     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                       and not relrowsecurity
                    """)
                .query(String.class)
                .list())
        .isEmpty();
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from pg_class
                     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                    """)
                .query(Integer.class)
                .single())
        .isGreaterThanOrEqualTo(13);
  }
}
