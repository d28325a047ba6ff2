package com.aicashevolution.platform.audit.jdbc;

import com.aicashevolution.platform.audit.AuditLog;
import com.aicashevolution.platform.json.JsonColumn;
import com.aicashevolution.platform.observability.RequestId;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link AuditLog} over {@code audit_log}. Thread-safe. */
public final class JdbcAuditLog implements AuditLog {

  private static final TypeReference<Map<String, @Nullable Object>> DETAIL =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Clock clock;
  private final JsonColumn json = new JsonColumn();

  public JdbcAuditLog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void append(AuditEvent event) {
    jdbc.sql(
            """
            insert into audit_log (at, actor, action, subject, detail, request_id)
            values (?, ?, ?, ?, ?::jsonb, ?)
            """)
        .params(
            clock.instant().atOffset(ZoneOffset.UTC),
            event.actor(),
            event.action(),
            event.subject(),
            json.write(event.detail()),
            RequestId.current().map(RequestId::value).orElse(null))
        .update();
  }

  @Override
  public List<AuditEntry> newest(int limit) {
    return jdbc.sql("select * from audit_log order by at desc, id desc limit ?")
        .param(limit)
        .query(this::entry)
        .list();
  }

  private AuditEntry entry(ResultSet row, int index) throws SQLException {
    return new AuditEntry(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        new AuditEvent(
            row.getString("actor"),
            row.getString("action"),
            row.getString("subject"),
            json.read(row.getString("detail"), DETAIL)),
        row.getString("request_id"));
  }
}
