package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.assembly.DatabaseAddress;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rows of {@code ml_predictions} as they are stored. Thread-safe. */
final class JournalRows {
  private static final int IDS_PER_QUERY = 5_000;

  private final DatabaseAddress database;

  JournalRows(DatabaseAddress database) {
    this.database = database;
  }

  /**
   * What an answer was computed from, and what it was.
   *
   * @param window raw values of the window
   * @param probabilities of SELL, HOLD, BUY
   */
  record Row(String modelVersion, String direction, float[] window, float[] probabilities) {}

  /** How many rows each id has; an id that has none is absent. */
  Map<UUID, Integer> counts(Collection<UUID> ids) {
    Map<UUID, Integer> counts = new HashMap<>();
    select(
        "select prediction_id from ml_predictions where prediction_id = any(?)",
        ids,
        row -> counts.merge(row.getObject(1, UUID.class), 1, Integer::sum));
    return counts;
  }

  /** The version of each id that has a row. */
  Map<UUID, String> versions(Collection<UUID> ids) {
    Map<UUID, String> versions = new HashMap<>();
    select(
        "select prediction_id, model_version from ml_predictions where prediction_id = any(?)",
        ids,
        row -> versions.put(row.getObject(1, UUID.class), row.getString(2)));
    return versions;
  }

  /** Whole rows. */
  Map<UUID, Row> rows(Collection<UUID> ids) {
    Map<UUID, Row> rows = new HashMap<>();
    select(
        "select prediction_id, model_version, direction, input, p_sell, p_hold, p_buy"
            + " from ml_predictions where prediction_id = any(?)",
        ids,
        row ->
            rows.put(
                row.getObject(1, UUID.class),
                new Row(
                    row.getString(2),
                    row.getString(3),
                    floats(row.getBytes(4)),
                    new float[] {row.getFloat(5), row.getFloat(6), row.getFloat(7)})));
    return rows;
  }

  private static float[] floats(byte[] bytes) {
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }

  private interface Reading {
    void read(ResultSet row) throws SQLException;
  }

  private void select(String query, Collection<UUID> ids, Reading reading) {
    List<UUID> all = List.copyOf(ids);
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (int from = 0; from < all.size(); from += IDS_PER_QUERY) {
        List<UUID> some = all.subList(from, Math.min(from + IDS_PER_QUERY, all.size()));
        statement.setArray(1, connection.createArrayOf("uuid", some.toArray()));
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            reading.read(rows);
          }
        }
      }
    } catch (SQLException e) {
      throw new StackFailure("the journal cannot be read: " + e.getMessage(), e);
    }
  }
}
