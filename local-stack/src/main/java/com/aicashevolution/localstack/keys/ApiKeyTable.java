package com.aicashevolution.localstack.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code api_keys}, for an operator at the machine: a change is one transaction with its
 * row in {@code audit_log}. Uses the connection it is given and does not close it.
 */
public final class ApiKeyTable {
  private static final String ACTOR = "local-operator";

  private final Connection connection;
  private final InstantSource time;

  public ApiKeyTable(Connection connection, InstantSource time) {
    this.connection = connection;
    this.time = time;
  }

  /** One key, as far as it is known; the key itself is not. */
  public record Row(String keyId, String name, Role role, String createdAt, @Nullable String end) {}

  /**
   * Stores the hash of a key.
   *
   * @return the id to revoke it by; empty when this very key is already stored
   */
  public Optional<String> add(String key, String name, Role role) throws SQLException {
    String sha256 = sha256(key);
    String keyId = "key_" + sha256.substring(0, 12);
    return inTransaction(
        () -> {
          String insert =
              "insert into api_keys (key_id, name, role, sha256, created_at, created_by)"
                  + " values (?, ?, ?, ?, ?, ?) on conflict do nothing";
          try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, keyId);
            statement.setString(2, name);
            statement.setString(3, role.name());
            statement.setString(4, sha256);
            statement.setTimestamp(5, now());
            statement.setString(6, ACTOR);
            if (statement.executeUpdate() == 0) {
              return Optional.<String>empty();
            }
          }
          audit("key-created", keyId, name + " " + role);
          return Optional.of(keyId);
        });
  }

  /**
   * Ends a key.
   *
   * @return whether there was one of that id that was not revoked yet
   */
  public boolean revoke(String keyId) throws SQLException {
    return inTransaction(
        () -> {
          String update =
              "update api_keys set revoked_at = ? where key_id = ? and revoked_at is null";
          try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setTimestamp(1, now());
            statement.setString(2, keyId);
            if (statement.executeUpdate() == 0) {
              return false;
            }
          }
          audit("key-revoked", keyId, "");
          return true;
        });
  }

  /** All keys, oldest first. */
  public List<Row> list() throws SQLException {
    String query =
        "select key_id, name, role, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI'),"
            + " case when revoked_at is not null then 'revoked'"
            + " when expires_at <= now() then 'expired' end"
            + " from api_keys order by created_at, key_id";
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        rows.add(
            new Row(
                found.getString(1),
                found.getString(2),
                Role.valueOf(found.getString(3)),
                found.getString(4),
                found.getString(5)));
      }
    }
    return rows;
  }

  private void audit(String action, String subject, String detail) throws SQLException {
    String insert =
        "insert into audit_log (at, actor, action, subject, detail) values (?, ?, ?, ?, jsonb_build_object('key', ?::text))";
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setTimestamp(1, now());
      statement.setString(2, ACTOR);
      statement.setString(3, action);
      statement.setString(4, subject);
      statement.setString(5, detail);
      statement.executeUpdate();
    }
  }

  private Timestamp now() {
    return Timestamp.from(time.instant());
  }

  private <T> T inTransaction(Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      T result = work.run();
      connection.commit();
      return result;
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private interface Work<T> {
    T run() throws SQLException;
  }

  static String sha256(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
