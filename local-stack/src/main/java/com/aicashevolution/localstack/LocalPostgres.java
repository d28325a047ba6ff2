package com.aicashevolution.localstack;

import com.aicashevolution.localstack.process.ChildProcess;
import com.aicashevolution.localstack.process.ProcessIdentity;
import com.aicashevolution.localstack.process.Programs;
import com.aicashevolution.localstack.process.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * PostgreSQL 17 with durability on ({@code fsync}, {@code synchronous_commit}) and a password,
 * driven through its own programs.
 *
 * <p>An orphaned postmaster on the same data folder is adopted when it answers on the wanted port
 * with the wanted password, and stopped otherwise; it would hold the data folder's lock.
 */
public final class LocalPostgres implements LocalEngine {
  public static final String USER = "postgres";

  private static final Duration START_PATIENCE = Duration.ofSeconds(60);
  private static final Duration STOP_GRACE = Duration.ofSeconds(20);
  private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  private final EngineHome home;
  private final int port;
  private final String password;
  private final SupervisedProcess process;

  public LocalPostgres(EngineHome home, int port, String password) {
    this.home = home;
    this.port = port;
    this.password = password;
    this.process = new SupervisedProcess(name(), home.pidFile(), port);
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void start() {
    Optional<ChildProcess> orphan = postmaster();
    if (orphan.isPresent()) {
      if (isReady()) {
        process.adopt(orphan.get());
        return;
      }
      orphan.get().stop(Signal.INT, STOP_GRACE);
    }
    awaitEndOfPredecessor();
    Path programs = PostgresBinaries.unpackedBelow(BuildFolder.path().resolve("engines"));
    Unprivileged unprivileged = Unprivileged.forThisUser();
    if (!Files.exists(home.data().resolve("PG_VERSION"))) {
      initialize(programs, unprivileged);
    }
    unprivileged.handOver(home.data());
    List<String> command = new ArrayList<>(unprivileged.prefix());
    command.add(programs.resolve("bin/postgres").toString());
    command.addAll(List.of("-D", home.data().toString(), "-p", Integer.toString(port)));
    settings().forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
    process.launch(home.launch(name(), command));
    process.awaitReady(this::isReady, START_PATIENCE, home.log());
  }

  private static Map<String, String> settings() {
    return Map.ofEntries(
        Map.entry("listen_addresses", "127.0.0.1"),
        Map.entry("unix_socket_directories", ""),
        Map.entry("fsync", "on"),
        Map.entry("synchronous_commit", "on"),
        Map.entry("full_page_writes", "on"),
        Map.entry("shared_buffers", "64MB"),
        Map.entry("max_connections", "120"),
        Map.entry("timezone", "UTC"),
        Map.entry("log_timezone", "UTC"));
  }

  /** Into a folder beside, renamed when complete: an interrupted initdb leaves nothing behind. */
  private void initialize(Path programs, Unprivileged unprivileged) {
    Path half = home.data().resolveSibling(home.data().getFileName() + ".initializing");
    Path passwordFile = half.resolveSibling(half.getFileName() + ".password");
    try {
      Folders.deleteRecursively(half);
      Folders.deleteRecursively(home.data());
      Files.createDirectories(half);
      Files.writeString(passwordFile, password + "\n");
      unprivileged.handOver(half);
      unprivileged.handOver(passwordFile);
      List<String> command = new ArrayList<>(unprivileged.prefix());
      command.add(programs.resolve("bin/initdb").toString());
      command.addAll(
          List.of(
              "--pgdata=" + half,
              "--username=" + USER,
              "--pwfile=" + passwordFile,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C"));
      Programs.Outcome outcome = Programs.run(command);
      if (!outcome.succeeded()) {
        throw new StackFailure("PostgreSQL's initdb failed: " + outcome.output());
      }
      Files.move(half, home.data(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StackFailure(
          "The data folder %s could not be made: %s".formatted(home.data(), e), e);
    } finally {
      Folders.deleteRecursively(passwordFile);
    }
  }

  /**
   * A server that was killed keeps its number, and by it the data folder, until its parent has
   * taken note. If that takes too long PostgreSQL itself refuses to start, and says why.
   */
  private void awaitEndOfPredecessor() {
    recorded()
        .ifPresent(
            server ->
                server
                    .onExit()
                    .completeOnTimeout(server, STOP_GRACE.toMillis(), TimeUnit.MILLISECONDS)
                    .join());
  }

  /** The process whose number is in this data folder. */
  private Optional<ProcessHandle> recorded() {
    try {
      List<String> lines = Files.readAllLines(home.data().resolve("postmaster.pid"));
      return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The server that holds this data folder, whoever started it. */
  private Optional<ChildProcess> postmaster() {
    try {
      return recorded()
          .filter(handle -> handle.info().command().map(c -> c.endsWith("postgres")).orElse(false))
          .map(ProcessIdentity::of)
          .filter(ProcessIdentity::isAlive)
          .map(identity -> ChildProcess.attachedTo(name(), identity));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean isReady() {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("select 1")) {
      return answer.next() && answer.getInt(1) == 1;
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void stop() {
    postmaster().ifPresent(server -> server.stop(Signal.INT, STOP_GRACE));
    process.stop(Signal.INT, STOP_GRACE);
  }

  /**
   * The form that Railway and Supabase hand out: {@code postgresql://user:password@host:port/db}.
   */
  public String databaseUrl(String database) {
    return "postgresql://%s:%s@127.0.0.1:%d/%s".formatted(USER, password, port, database);
  }

  /** Without the credentials, which are {@link #USER} and {@link #password}. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  public String password() {
    return password;
  }

  public Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", USER);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5");
    return DriverManager.getConnection(jdbcUrl(database), properties);
  }

  /** Makes the database unless there is one. */
  public void ensureDatabase(String database) {
    checkName(database);
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery(
              "select 1 from pg_database where datname = '%s'".formatted(database))) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("create database " + database);
    } catch (SQLException e) {
      throw new StackFailure("The database %s could not be made: %s".formatted(database, e), e);
    }
  }

  /** A copy of {@code template}, to which nobody may be connected; takes some 50 ms. */
  public void copyDatabase(String template, String database) {
    execute("create database %s template %s".formatted(checkName(database), checkName(template)));
  }

  public void dropDatabase(String database) {
    execute("drop database if exists %s with (force)".formatted(checkName(database)));
  }

  private void execute(String statement) {
    try (Connection connection = connect("postgres");
        Statement running = connection.createStatement()) {
      running.execute(statement);
    } catch (SQLException e) {
      throw new StackFailure("“%s” failed: %s".formatted(statement, e.getMessage()), e);
    }
  }

  private static String checkName(String database) {
    if (!DATABASE_NAME.matcher(database).matches()) {
      throw new IllegalArgumentException("not a database name: " + database);
    }
    return database;
  }
}
