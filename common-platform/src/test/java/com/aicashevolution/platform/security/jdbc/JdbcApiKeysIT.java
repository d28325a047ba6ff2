package com.aicashevolution.platform.security.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aicashevolution.localstack.SettableClock;
import com.aicashevolution.localstack.TestDatabase;
import com.aicashevolution.platform.audit.jdbc.JdbcAuditLog;
import com.aicashevolution.platform.persistence.MigratedDatabase;
import com.aicashevolution.platform.security.ApiKeys.StoredKey;
import com.aicashevolution.platform.security.Role;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcApiKeysIT {

  private final SettableClock clock = SettableClock.atStart();
  private final TestDatabase database = MigratedDatabase.fresh();
  private final DataSource dataSource = MigratedDatabase.dataSource(database);
  private final JdbcClient jdbc = JdbcClient.create(dataSource);
  private final JdbcApiKeys keys =
      new JdbcApiKeys(
          jdbc,
          new TransactionTemplate(new JdbcTransactionManager(dataSource)),
          new JdbcAuditLog(jdbc, clock),
          clock);

  private StoredKey key(String id) {
    return new StoredKey(
        id,
        "dashboard",
        Role.PREDICT,
        clock.instant(),
        "alice",
        clock.instant().plus(Duration.ofDays(30)),
        null);
  }

  private List<String> audited() {
    return jdbc.sql("select action || ' ' || subject || ' ' || actor from audit_log order by id")
        .query(String.class)
        .list();
  }

  @Test
  void shouldFindWhatItKeptByItsHashAlone() {
    keys.create(key("key_1"), "hash-1", "alice");

    assertThat(keys.findBySha256("hash-1")).contains(key("key_1"));
    assertThat(keys.findBySha256("hash-2")).isEmpty();
  }

  @Test
  void shouldKeepAKeyAndItsAuditRowOrNeither() {
    keys.create(key("key_1"), "hash-1", "alice");

    assertThatExceptionOfType(DuplicateKeyException.class)
        .isThrownBy(() -> keys.create(key("key_2"), "hash-1", "alice"));

    assertThat(audited()).containsExactly("key.created key_1 alice");
  }

  @Test
  void shouldRevokeOnceAndSayWhetherItDid() {
    keys.create(key("key_1"), "hash-1", "alice");
    clock.advance(Duration.ofHours(1));

    assertThat(keys.revoke("key_1", "bob")).isTrue();
    assertThat(keys.revoke("key_1", "bob")).isFalse();
    assertThat(keys.revoke("key_9", "bob")).isFalse();

    assertThat(keys.findBySha256("hash-1").orElseThrow().revokedAt()).isEqualTo(clock.instant());
    assertThat(audited()).containsExactly("key.created key_1 alice", "key.revoked key_1 bob");
  }

  @Test
  void shouldListTheNewestFirst() {
    keys.create(key("key_1"), "hash-1", "alice");
    clock.advance(Duration.ofHours(1));
    keys.create(key("key_2"), "hash-2", "alice");

    assertThat(keys.list()).extracting(StoredKey::keyId).containsExactly("key_2", "key_1");
  }
}
