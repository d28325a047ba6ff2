package com.aicashevolution.platform.weights.jdbc;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.audit.AuditLog;
import com.aicashevolution.platform.audit.AuditLog.AuditEvent;
import com.aicashevolution.platform.weights.WeightHistory;
import com.aicashevolution.platform.weights.WeightsRecord;
import com.aicashevolution.signal.IndicatorWeights;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** {@link WeightHistory} over {@code ml_indicator_weights}. Thread-safe. */
public final class JdbcWeightHistory implements WeightHistory {

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);

  private final WeightsTable table;
  private final TransactionOperations transactions;
  private final AuditLog audit;
  private final Clock clock;

  public JdbcWeightHistory(
      JdbcClient jdbc, TransactionOperations transactions, AuditLog audit, Clock clock) {
    this.table = new WeightsTable(jdbc);
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public List<WeightsRecord> active() {
    return table.active();
  }

  @Override
  public List<WeightsRecord> newest(ModelLine line, Timeframe timeframe, int limit) {
    return table.newest(line, timeframe, limit);
  }

  @Override
  public Optional<WeightsRecord> store(Draft draft, String actor) {
    return inTransaction(() -> storeLocked(draft, actor));
  }

  private Optional<WeightsRecord> storeLocked(Draft draft, String actor) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Optional<WeightsRecord> before = table.lockedActive(draft.line(), draft.timeframe());
    String inForce = before.map(WeightsRecord::version).orElse(IndicatorWeights.NEUTRAL.version());
    if (!inForce.equals(draft.origin().improvement().against())) {
      return Optional.empty();
    }
    before.ifPresent(old -> table.retire(old.version(), now));
    WeightsRecord stored =
        new WeightsRecord(
            new IndicatorWeights(freeVersion(draft, now), draft.values()),
            draft.line(),
            draft.timeframe(),
            now,
            null,
            actor,
            draft.origin());
    table.insert(stored);
    Map<String, @Nullable Object> detail = detail(draft.line(), draft.timeframe());
    detail.put("replaces", inForce);
    detail.put("basis", draft.origin().basis().wireName());
    detail.put("improvement_score", draft.origin().improvement().score());
    detail.put("weights", stored.weights().byWireName());
    audit.append(new AuditEvent(actor, "weights.stored", stored.version(), detail));
    return Optional.of(stored);
  }

  @Override
  public Optional<WeightsRecord> reset(
      ModelLine line, Timeframe timeframe, String actor, String reason) {
    return inTransaction(
        () -> {
          Optional<WeightsRecord> before = table.lockedActive(line, timeframe);
          before.ifPresent(
              old -> {
                table.retire(old.version(), clock.instant());
                Map<String, @Nullable Object> detail = detail(line, timeframe);
                detail.put("reason", reason);
                audit.append(new AuditEvent(actor, "weights.reset", old.version(), detail));
              });
          return before;
        });
  }

  private static Map<String, @Nullable Object> detail(ModelLine line, Timeframe timeframe) {
    Map<String, @Nullable Object> detail = new LinkedHashMap<>();
    detail.put("line", line);
    detail.put("timeframe", timeframe);
    return detail;
  }

  /** {@code w20261121_140000}, with line and timeframe where they are not the usual ones. */
  private String freeVersion(Draft draft, Instant now) {
    String suffix =
        (draft.line().equals(ModelLine.GLOBAL) ? "" : "-" + draft.line().name())
            + (draft.timeframe() == Timeframe.H1 ? "" : "-" + draft.timeframe());
    for (Instant second = now; ; second = second.plusSeconds(1)) {
      String version = "w" + SECOND.format(second) + suffix;
      if (!table.exists(version)) {
        return version;
      }
    }
  }

  private <T> T inTransaction(Supplier<T> change) {
    return Objects.requireNonNull(transactions.execute(_ -> change.get()));
  }
}
