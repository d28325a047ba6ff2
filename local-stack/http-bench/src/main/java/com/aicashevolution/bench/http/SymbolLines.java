package com.aicashevolution.bench.http;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Lines of one symbol each, all served by copies of the global champion, put straight into the
 * registry of the bench: what a model costs does not depend on how it got there.
 */
final class SymbolLines implements AutoCloseable {
  private static final String NAME = "v20000101_000000-";

  private final BenchStack stack;

  SymbolLines(BenchStack stack) {
    this.stack = stack;
  }

  /** Makes a champion for each of {@code symbols}. */
  void serve(List<String> symbols) throws SQLException {
    try (Connection connection = stack.connect();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into ml_lines (line, timeframe, champion, changed_at)
                select line, timeframe, version, now() from ml_models where version = ?
                """)) {
      String champion = globalChampion(connection);
      for (String symbol : symbols) {
        stack.shelf().publishForLine(champion, NAME + symbol, symbol);
        insert.setString(1, NAME + symbol);
        insert.executeUpdate();
      }
    }
  }

  private static String globalChampion(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select champion from ml_lines where line = 'global' and champion is not null")) {
      if (!rows.next()) {
        throw new SQLException("the bench's registry has no global champion; delete .ml/bench");
      }
      return rows.getString(1);
    }
  }

  /** Leaves the registry with its one champion, as the other bench wants it. */
  @Override
  public void close() throws SQLException {
    try (Connection connection = stack.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("delete from ml_lines where champion like '" + NAME + "%'");
      statement.execute("delete from ml_models where version like '" + NAME + "%'");
    }
  }
}
