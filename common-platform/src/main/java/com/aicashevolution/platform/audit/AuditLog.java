package com.aicashevolution.platform.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The log of changes; rows are added and never altered. Thread-safe. */
public interface AuditLog {

  /**
   * Adds a row, in the caller's transaction where there is one. The time and the id of the request
   * in hand are added to it.
   */
  void append(AuditEvent event);

  /** Newest first. */
  List<AuditEntry> newest(int limit);

  /**
   * A change.
   *
   * @param actor who caused it
   * @param action past participle after the thing, for example {@code model.promoted}
   * @param subject what was changed, for example a version
   * @param detail numbers and reasons; JSON values
   */
  record AuditEvent(
      String actor, String action, String subject, Map<String, @Nullable Object> detail) {}

  /**
   * A row.
   *
   * @param requestId of the request that caused the change; null for a change no request caused
   */
  record AuditEntry(long id, Instant at, AuditEvent event, @Nullable String requestId) {}
}
