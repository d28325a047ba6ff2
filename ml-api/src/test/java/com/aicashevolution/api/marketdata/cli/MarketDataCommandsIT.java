package com.aicashevolution.api.marketdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.TestDatabase;
import com.aicashevolution.localstack.TestStack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a person types them, on a database of their own. */
class MarketDataCommandsIT {

  private final PrintStream systemOut = System.out;
  private final PrintStream systemErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final TestDatabase database = TestStack.freshDatabase();

  @TempDir Path folder;

  @BeforeEach
  void capture() {
    System.setProperty("ml.database.url", database.databaseUrl());
    PrintStream captured = new PrintStream(out, true, StandardCharsets.UTF_8);
    System.setOut(captured);
    System.setErr(captured);
  }

  @AfterEach
  void release() {
    System.setOut(systemOut);
    System.setErr(systemErr);
    System.clearProperty("ml.database.url");
  }

  @Test
  void simulatesAMarketAndSaysHowPredictableItIs() throws SQLException {
    assertThat(run("simulate", "--symbols", "EURUSD,BTCUSD", "--days", "30")).isZero();

    assertThat(output())
        .contains("SIMULATED EURUSD", "SIMULATED BTCUSD", "Planted: accuracy 0.7", "seed 1");
    assertThat(count("select count(*) from market_candles where source = 'simulated'"))
        .isGreaterThan(30 * 24 + 20 * 24);
    assertThat(count("select count(*) from simulated_market where kind = 'REGIMES' and seed = 1"))
        .isEqualTo(1);
  }

  @Test
  void neverMixesTwoSimulatedMarkets() throws SQLException {
    assertThat(run("simulate", "--symbols", "EURUSD", "--days", "5")).isZero();
    long before = count("select count(*) from market_candles");

    assertThat(run("simulate", "--symbols", "EURUSD", "--days", "5", "--random-walk")).isEqualTo(1);
    assertThat(output()).contains("this database holds the simulated market 'regimes' with seed 1");
    assertThat(count("select count(*) from market_candles")).isEqualTo(before);

    assertThat(run("simulate", "--symbols", "EURUSD", "--days", "5", "--random-walk", "--replace"))
        .isZero();
    assertThat(count("select count(*) from simulated_market where kind = 'RANDOM_WALK'"))
        .isEqualTo(1);
  }

  @Test
  void replacesSimulatedCandlesByRealOnesAndIsIdempotent() throws SQLException, IOException {
    assertThat(run("simulate", "--symbols", "EURUSD,GBPUSD", "--days", "5")).isZero();
    Path file = file("2019-03-01T00:00:00,True,1.1,1.2,1.0,1.15,7\n");

    assertThat(run("import", file.toString(), "--symbol", "EURUSD")).isZero();
    assertThat(output()).contains("SIMULATED candles of EURUSD", "imported: 1 new");
    assertThat(count("select count(*) from market_candles where symbol = 'EURUSD'")).isEqualTo(1);
    assertThat(count("select count(*) from market_candles where symbol = 'GBPUSD'")).isPositive();

    assertThat(run("import", file.toString(), "--symbol", "EURUSD")).isZero();
    assertThat(output()).contains("imported: 0 new, 0 corrected, 1 unchanged");

    assertThat(run("simulate", "--symbols", "EURUSD", "--days", "5")).isEqualTo(1);
    assertThat(output()).contains("every symbol has real candles");
  }

  @Test
  void importsNothingOfAFileWithABadRow() throws SQLException, IOException {
    Path file =
        file(
            """
            2019-03-01T00:00:00,True,1.1,1.2,1.0,1.15,7
            2019-03-01T01:00:00,True,1.1,NaN,1.0,1.15,7
            """);

    assertThat(run("import", file.toString(), "--symbol", "EURUSD")).isEqualTo(1);
    assertThat(output()).contains("line 2, column high: 'NaN' is no number");
    assertThat(count("select count(*) from market_candles")).isZero();

    assertThat(run("import", file.toString(), "--symbol", "EURUSD", "--skip-bad")).isZero();
    assertThat(count("select count(*) from market_candles")).isEqualTo(1);
  }

  @Test
  void reportsAsJson() throws IOException {
    Path file = file("2019-03-01T00:00:00,True,1.1,1.2,1.0,1.15,7\n");

    assertThat(run("import", file.toString(), "--symbol", "EURUSD", "--json")).isZero();
    assertThat(output())
        .contains("\"status\" : \"imported\"", "\"inserted\" : 1", "\"closed_hour_fillers\" : 0");
  }

  @Test
  void explainsWhatWasMisspelt() {
    assertThat(run("import", "nowhere.csv", "--symbol", "EURUSD")).isEqualTo(1);
    assertThat(output()).contains("nowhere.csv is no file that can be read");
    assertThat(run("import", "nowhere.csv", "--symbol", "EUR")).isEqualTo(2);
    assertThat(output()).contains("six upper-case letters");
    assertThat(run("import", "x.csv", "--symbol", "EURUSD", "--format", "xls")).isEqualTo(2);
    assertThat(output()).contains("there is no 'xls'");
    assertThat(run("import", "x.csv", "--symbol", "EURUSD", "--point-scale", "-1")).isEqualTo(2);
    assertThat(output()).contains("--point-scale must be a number > 0");
  }

  @Test
  void saysThatTheDatabaseCannotBeReached() throws IOException {
    System.setProperty("ml.database.url", "postgresql://nobody:x@127.0.0.1:1/none");
    Path file = file("2019-03-01T00:00:00,True,1.1,1.2,1.0,1.15,7\n");

    assertThat(run("import", file.toString(), "--symbol", "EURUSD")).isEqualTo(1);
    assertThat(output()).contains("the database is not ready").doesNotContain("\tat ");
  }

  @Test
  void migratesAnEmptyDatabaseAndFindsNothingToDoTheNextTime() throws SQLException {
    for (int i = 0; i < 2; i++) {
      assertThat(run("migrate")).isZero();
      assertThat(output()).endsWith("the schema is at version " + latest() + "\n");
    }
    assertThat(count("select count(*) from market_candles")).isZero();
    assertThat(count("select count(*) from flyway_schema_history where version = '1'"))
        .isEqualTo(1);
  }

  @Test
  void migratesWhereTheServicesMayNot() throws SQLException {
    System.setProperty("ml.database.migrate", "false");
    try {
      assertThat(run("migrate")).isZero();
    } finally {
      System.clearProperty("ml.database.migrate");
    }
    assertThat(count("select count(*) from flyway_schema_history where version = '1'"))
        .isEqualTo(1);
  }

  @Test
  void refusesASchemaOfTheFutureAndOfAnotherBuildNamingBothVersions() throws SQLException {
    assertThat(run("migrate")).isZero();
    execute("update flyway_schema_history set checksum = 4711 where version = '1'");

    assertThat(run("migrate")).isEqualTo(1);
    assertThat(output())
        .contains(
            "the database's schema says it is at version "
                + latest()
                + ", but another build made it")
        .contains("which knows version " + latest());
    long known = latest();

    execute(
        """
        insert into flyway_schema_history
        select 900 + installed_rank, '999', 'far away', type, 'V999__far_away.sql', 4711,
               installed_by, installed_on, execution_time, success
          from flyway_schema_history where version = '1'
        """);
    assertThat(run("migrate")).isEqualTo(1);
    assertThat(output())
        .contains(
            "the database's schema is at version 999, this build knows versions up to " + known)
        .doesNotContain("\tat ");
  }

  @Test
  void doesNotTakeSomebodyElsesTablesForItsOwn() throws SQLException {
    execute("create table market_candles (theirs int)");

    assertThat(run("migrate")).isEqualTo(1);
    assertThat(output()).contains("\"market_candles\" already exists").doesNotContain("\tat ");
  }

  private long latest() throws SQLException {
    return count("select max(version::int) from flyway_schema_history");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Path file(String text) throws IOException {
    Path file = folder.resolve("candles.csv");
    Files.writeString(file, text);
    return file;
  }

  private static int run(String... arguments) {
    return MarketDataCommands.run(arguments);
  }

  private String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private long count(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
