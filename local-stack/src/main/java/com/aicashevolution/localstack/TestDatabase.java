package com.aicashevolution.localstack;

import java.sql.Connection;
import java.sql.SQLException;

/** One database of the test's own. */
public final class TestDatabase {
  private final LocalPostgres server;
  private final String name;

  /** A database that {@code server} has, or will have. */
  public TestDatabase(LocalPostgres server, String name) {
    this.server = server;
    this.name = name;
  }

  public String name() {
    return name;
  }

  /** {@code postgresql://user:password@host:port/name}, as in {@code DATABASE_URL}. */
  public String databaseUrl() {
    return server.databaseUrl(name);
  }

  public String jdbcUrl() {
    return server.jdbcUrl(name);
  }

  public String user() {
    return LocalPostgres.USER;
  }

  public String password() {
    return server.password();
  }

  public Connection connect() throws SQLException {
    return server.connect(name);
  }
}
