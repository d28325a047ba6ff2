package com.aicashevolution.localstack.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Puts the first keys into the table {@code api_keys}, which no key could ask the services to do:
 * each in one transaction with its row in {@code audit_log}. Later keys are made by ml-api. Uses
 * the connection it is given and does not close it.
 */
public final class ApiKeyTable {
  private static final String ACTOR = "local-operator";

  private final Connection connection;
  private final InstantSource time;

  public ApiKeyTable(Connection connection, InstantSource time) {
    this.connection = connection;
    this.time = time;
  }

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
