package com.aicashevolution.platform.audit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.platform.audit.AuditLog;
import com.aicashevolution.platform.audit.AuditLog.AuditEntry;
import com.aicashevolution.platform.audit.AuditLog.AuditEvent;
import com.aicashevolution.platform.observability.RequestId;
import com.aicashevolution.platform.persistence.MigratedDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class JdbcAuditLogIT {

  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  private final AuditLog audit =
      new JdbcAuditLog(
          MigratedDatabase.jdbc(MigratedDatabase.fresh()), Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void keepsWhoDidWhatWhenAndWhy() {
    Map<String, Object> detail = new HashMap<>(Map.of("percentage", 10, "why", "\"because\""));
    detail.put("nothing", null);
    AuditEvent event = new AuditEvent("ann", "model.promoted", "v20261121_020000", detail);

    try (var request = MDC.putCloseable(RequestId.LOG_KEY, "request-4711")) {
      assertThat(request).isNotNull();
      audit.append(event);
    }
    audit.append(new AuditEvent("timer", "training.queued", "training_1", Map.of()));

    List<AuditEntry> entries = audit.newest(10);
    assertThat(entries.getLast().event()).isEqualTo(event);
    assertThat(entries.getLast().at()).isEqualTo(NOW);
    assertThat(entries.getLast().requestId()).isEqualTo("request-4711");
    assertThat(entries.getFirst().requestId()).isNull();
    assertThat(audit.newest(1)).containsExactly(entries.getFirst());
  }
}
