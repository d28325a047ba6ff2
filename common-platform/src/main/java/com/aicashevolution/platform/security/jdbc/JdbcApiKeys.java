package com.aicashevolution.platform.security.jdbc;

import com.aicashevolution.platform.audit.AuditLog;
import com.aicashevolution.platform.audit.AuditLog.AuditEvent;
import com.aicashevolution.platform.security.ApiKeys;
import com.aicashevolution.platform.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps keys in Postgres, each change and its audit row in one transaction. */
final class JdbcApiKeys implements ApiKeys {

  private static final String COLUMNS =
      "key_id, name, role, created_at, created_by, expires_at, revoked_at";

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final AuditLog audit;
  private final Clock clock;

  JdbcApiKeys(JdbcClient jdbc, TransactionOperations transaction, AuditLog audit, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Optional<StoredKey> findBySha256(String sha256) {
    return jdbc.sql("select " + COLUMNS + " from api_keys where sha256 = ?")
        .param(sha256)
        .query(JdbcApiKeys::read)
        .optional();
  }

  @Override
  public List<StoredKey> list() {
    return jdbc.sql("select " + COLUMNS + " from api_keys order by created_at desc, key_id")
        .query(JdbcApiKeys::read)
        .list();
  }

  @Override
  public void create(StoredKey key, String sha256, String actor) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("insert into api_keys (" + COLUMNS + ", sha256) values (?,?,?,?,?,?,?,?)")
              .params(
                  key.keyId(),
                  key.name(),
                  key.role().name(),
                  at(key.createdAt()),
                  key.createdBy(),
                  key.expiresAt() == null ? null : at(key.expiresAt()),
                  null,
                  sha256)
              .update();
          audit.append(
              new AuditEvent(
                  actor,
                  "key.created",
                  key.keyId(),
                  Map.of("name", key.name(), "role", key.role().name())));
        });
  }

  @Override
  public boolean revoke(String keyId, String actor) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              int changed =
                  jdbc.sql(
                          "update api_keys set revoked_at = ?"
                              + " where key_id = ? and revoked_at is null")
                      .params(at(clock.instant()), keyId)
                      .update();
              if (changed == 1) {
                audit.append(new AuditEvent(actor, "key.revoked", keyId, Map.of()));
              }
              return changed == 1;
            }));
  }

  private static StoredKey read(ResultSet row, int number) throws SQLException {
    return new StoredKey(
        row.getString("key_id"),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        row.getTimestamp("created_at").toInstant(),
        row.getString("created_by"),
        instant(row.getTimestamp("expires_at")),
        instant(row.getTimestamp("revoked_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp value) {
    return value == null ? null : value.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
