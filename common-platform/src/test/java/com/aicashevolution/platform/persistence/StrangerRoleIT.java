package com.aicashevolution.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aicashevolution.localstack.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who may do what to which table, found out by doing it, on a database set up with the statements
 * of docs/security/database-roles.md and a row in every table. A stranger is a role nobody granted
 * anything, such as a provider's {@code anon}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangerRoleIT {

  private static final String STRANGER = "ml_stranger";
  private static final String PASSWORD = "only-for-this-test";
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  /** A row for each table that a migrated database has none in. */
  private static final List<String> ROWS =
      List.of(
          "insert into market_candles values ('EURUSD', 'H1', now(), 1, 1, 1, 1, 0, 0, true, 'test', now())",
          "insert into simulated_market values (true, 'REGIMES', 1, '{}', now())",
          "insert into ml_models values ('v1', 'global', 'H1', 'ACTIVE', 't1', now(), 'ab', true, '{}', '{}', now())",
          "insert into ml_lines values ('global', 'H1', 'v1', null, 0, null, now())",
          "insert into ml_indicator_weights values ('w1', 'global', 'H1', true, now(), 'test', 'trades',"
              + " null, '{}', '{}', 0.1, '{}', null)",
          "insert into ml_rollouts (at, line, version, action, traffic_percentage, forced, actor)"
              + " values (now(), 'global', 'v1', 'registered', 100, false, 'test')",
          "insert into ml_generation_logs (training_id, status, line, timeframe, request, requested_by,"
              + " trigger, queued_at, step, message)"
              + " values ('t1', 'queued', 'global', 'H1', '{}', 'test', 'request', now(), 'queued', '')",
          "insert into ml_trials (training_id, line, fold, seed, hyperparameters, metrics, created_at)"
              + " values ('t1', 'global', 0, 1, '{}', '{}', now())",
          "insert into ml_fits (training_id, number, kind, fold, seed, hyperparameters)"
              + " values ('t1', 0, 'fold', 0, 1, '{}')",
          "insert into ml_fit_tasks (task_name, task_instance, execution_time, picked, version)"
              + " values ('fit', 't1/0', now(), false, 1)",
          "insert into ml_training_samples values ('t1', 'EURUSD', 'H1', 1, 1, 0, 0, 1, now(), now(), 'ab')",
          "insert into ml_predictions values (gen_random_uuid(), now(), 'EURUSD', 'H1', now(), 'global',"
              + " 'v1', 'champion', 'ab', 'ab', ''::bytea, 'stored', '{}', 0, 1, 0, 'HOLD', 100, 'AVOID',"
              + " true, 'request-1', null, 1)",
          "insert into backtests (job_id, kind, status, request, requested_by, queued_at, message)"
              + " values ('backtest_1', 'backtest', 'queued', '{}', 'test', now(), '')",
          "insert into backtest_files values ('backtest_1', 'trades.csv', ''::bytea)",
          "insert into drift_reports (checked_at, line, timeframe, model_version, trigger, state,"
              + " symbols_drifted, symbols_judged, worst_ratio, report)"
              + " values (now(), 'global', 'H1', 'v1', 'DAILY', 'STABLE', 0, 1, 0.5, '{}')",
          "insert into audit_log (at, actor, action, subject, detail)"
              + " values (now(), 'test', 'tested', 'it', '{}')",
          "insert into api_keys values ('k1', 'test', 'READ', 'ab', now(), 'test')",
          "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
              + " values ('test', '1', now(), false, 1)");

  private final TestDatabase database = MigratedDatabase.fresh();
  private final JdbcClient owner = MigratedDatabase.jdbc(database);

  @BeforeAll
  void setUpAsThePageSays() throws SQLException {
    owner.sql("select ml_predictions_partitions(now()::date, 2)").query(Integer.class).single();
    try (Connection connection = MigratedDatabase.dataSource(database).getConnection();
        Statement statement = connection.createStatement()) {
      for (String row : ROWS) {
        statement.execute(row);
      }
      for (int i = 0; i < 2; i++) { // it may be run any number of times
        for (String block : DocumentedRoles.statements()) {
          statement.execute(block);
        }
      }
      statement.execute(
          "do $$ begin if to_regrole('ml_stranger') is null then"
              + " create role ml_stranger login; end if; end $$");
      for (String role : List.of(STRANGER, "ml_api", "ml_trainer", "ml_inference")) {
        statement.execute("alter role " + role + " password '" + PASSWORD + "'");
      }
    }
    assertThat(tables()).allSatisfy(table -> assertThat(rows(table)).as(table).isPositive());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ml_api", "ml_trainer", "ml_inference"})
  void letsAServiceDoWhatThePageSaysAndNothingElse(String role) {
    Map<String, Set<String>> documented = new TreeMap<>();
    tables().forEach(table -> documented.put(table, Set.of()));
    documented.putAll(DocumentedRoles.grants().getOrDefault(role, Map.of()));
    partitions().forEach(partition -> documented.put(partition, Set.of()));

    assertThat(found(role)).isEqualTo(documented);
  }

  @Test
  void letsAStrangerDoNothing() {
    assertThat(found(STRANGER))
        .hasSizeGreaterThan(15)
        .allSatisfy((t, v) -> assertThat(v).isEmpty());
    assertDenied(STRANGER, "select ml_predictions_partitions(now()::date, 1)");
    assertDenied(STRANGER, "create table mine (id int)");
  }

  /** Providers grant their own roles everything on every table; the policies must hold alone. */
  @Test
  void showsAStrangerNoRowThoughSomebodyGrantedItEverything() throws SQLException {
    owner.sql("grant all on all tables in schema public to " + STRANGER).update();
    try {
      for (String table : everyTable()) {
        try (Connection connection = connect(STRANGER);
            Statement statement = connection.createStatement()) {
          try (var answer = statement.executeQuery("select count(*) from " + table)) {
            assertThat(answer.next()).isTrue();
            assertThat(answer.getInt(1)).as("rows of %s", table).isZero();
          }
          assertThat(statement.executeUpdate("delete from " + table)).as(table).isZero();
        }
        assertDenied(STRANGER, "insert into " + table + " default values");
      }
    } finally {
      owner.sql("revoke all on all tables in schema public from " + STRANGER).update();
    }
  }

  @Test
  void letsOnlyInferenceMakePartitionsWhichAreClosedToEverybody() {
    String wish = "select ml_predictions_partitions(date '2031-01-01', 1)";
    assertDenied("ml_api", wish);
    assertDenied("ml_trainer", wish);

    assertThatCode(() -> execute("ml_inference", wish)).doesNotThrowAnyException();

    assertThat(partitions()).contains("ml_predictions_2031_01");
    for (String role : List.of(STRANGER, "ml_api", "ml_trainer", "ml_inference")) {
      assertDenied(role, "select 1 from ml_predictions_2031_01");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ml_api", "ml_trainer", "ml_inference"})
  void letsNoServiceChangeTheSchemaNorEmptyATableNorTurnItsProtectionOff(String role) {
    assertDenied(role, "create table mine (id int)");
    for (String table : everyTable()) {
      assertDenied(role, "truncate " + table + " cascade");
      assertDenied(role, "alter table " + table + " disable row level security");
      assertDenied(role, "drop table " + table + " cascade");
    }
  }

  /** Verbs that had an effect on the row that is there, or could have had one, by table. */
  private Map<String, Set<String>> found(String role) {
    Map<String, Set<String>> found = new TreeMap<>();
    everyTable()
        .forEach(
            table -> {
              Set<String> verbs = new TreeSet<>();
              String column = writableColumn(table);
              addIf(verbs, "select", reaches(role, "select count(*) from " + table));
              addIf(verbs, "insert", reaches(role, "insert into " + table + " default values"));
              addIf(
                  verbs,
                  "update",
                  reaches(role, "update " + table + " set " + column + " = " + column));
              addIf(verbs, "delete", reaches(role, "delete from " + table));
              found.put(table, verbs);
            });
    return found;
  }

  private static void addIf(Set<String> verbs, String verb, boolean holds) {
    if (holds) {
      verbs.add(verb);
    }
  }

  /**
   * Whether {@code statement} sees or changes a row, in a transaction that ends without effect. A
   * row that breaks a constraint was let in; no row at all was hidden by a policy.
   */
  private boolean reaches(String role, String statement) {
    try (Connection connection = connect(role);
        Statement running = connection.createStatement()) {
      connection.setAutoCommit(false);
      if (running.execute(statement)) {
        try (var rows = running.getResultSet()) {
          return rows.next() && rows.getInt(1) > 0;
        }
      }
      return running.getUpdateCount() > 0;
    } catch (SQLException refused) {
      return !INSUFFICIENT_PRIVILEGE.equals(refused.getSQLState());
    }
  }

  private void assertDenied(String role, String statement) {
    assertThatExceptionOfType(SQLException.class)
        .as("%s: %s", role, statement)
        .isThrownBy(() -> execute(role, statement))
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
  }

  private void execute(String role, String statement) throws SQLException {
    try (Connection connection = connect(role);
        Statement running = connection.createStatement()) {
      running.execute(statement);
    }
  }

  private Connection connect(String role) throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), role, PASSWORD);
  }

  private int rows(String table) {
    return owner.sql("select count(*) from " + table).query(Integer.class).single();
  }

  private List<String> everyTable() {
    return owner
        .sql(
            """
            select relname from pg_class
             where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname
            """)
        .query(String.class)
        .list();
  }

  private List<String> partitions() {
    return owner
        .sql("select relname from pg_class where relispartition and relkind = 'r' order by relname")
        .query(String.class)
        .list();
  }

  private List<String> tables() {
    Set<String> partitions = Set.copyOf(partitions());
    return everyTable().stream().filter(table -> !partitions.contains(table)).toList();
  }

  private String writableColumn(String table) {
    return owner
        .sql(
            """
            select column_name from information_schema.columns
             where table_schema = 'public' and table_name = ? and is_identity = 'NO'
             order by ordinal_position limit 1
            """)
        .param(table)
        .query(String.class)
        .single();
  }
}
