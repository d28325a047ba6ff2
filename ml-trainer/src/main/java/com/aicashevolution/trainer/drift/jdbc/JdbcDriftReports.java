package com.aicashevolution.trainer.drift.jdbc;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.audit.AuditLog;
import com.aicashevolution.platform.audit.AuditLog.AuditEvent;
import com.aicashevolution.platform.json.JsonColumn;
import com.aicashevolution.trainer.drift.DriftReport;
import com.aicashevolution.trainer.drift.DriftReports;
import com.aicashevolution.trainer.drift.DriftState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * {@link DriftReports} over {@code drift_reports}. Reports of a line are kept one after the other,
 * under an advisory lock of their transaction. Thread-safe.
 */
public final class JdbcDriftReports implements DriftReports {

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final AuditLog audit;
  private final JsonColumn json = new JsonColumn();

  public JdbcDriftReports(JdbcClient jdbc, TransactionOperations transactions, AuditLog audit) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.audit = audit;
  }

  @Override
  public boolean keep(DriftReport report) {
    return Objects.requireNonNull(
        transactions.execute(
            _ -> {
              lock(report);
              boolean before = wasDrifted(report);
              if (insert(report) == 0) {
                return false;
              }
              boolean now = report.state() == DriftState.DRIFTED;
              if (now != before) {
                audit.append(event(report, now));
              }
              return true;
            }));
  }

  private void lock(DriftReport report) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
        .param("drift_reports " + report.line() + " " + report.timeframe())
        .query((_, _) -> 0)
        .list();
  }

  private boolean wasDrifted(DriftReport report) {
    return jdbc.sql(
            """
            select state from drift_reports where line = ? and timeframe = ?
             order by checked_at desc, report_id desc limit 1
            """)
        .params(report.line().name(), report.timeframe().name())
        .query(String.class)
        .optional()
        .map(state -> state.equals(DriftState.DRIFTED.name()))
        .orElse(false);
  }

  private int insert(DriftReport report) {
    return jdbc.sql(
            """
            insert into drift_reports (checked_at, line, timeframe, model_version, trigger, state,
                   symbols_drifted, symbols_judged, worst_ratio, training_id, report)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            on conflict do nothing
            """)
        .params(
            utc(report.checkedAt()),
            report.line().name(),
            report.timeframe().name(),
            report.version().value(),
            report.asked().trigger().name(),
            report.state().name(),
            report.symbolsDrifted(),
            report.symbolsJudged(),
            report.worstRatio(),
            report.trainingId(),
            json.write(report))
        .update();
  }

  private static AuditEvent event(DriftReport report, boolean drifted) {
    return new AuditEvent(
        report.asked().by(),
        drifted ? "drift.detected" : "drift.ended",
        report.version().value(),
        Map.of(
            "line",
            report.line().name(),
            "timeframe",
            report.timeframe().name(),
            "state",
            report.state().wireName(),
            "worst_ratio",
            report.worstRatio(),
            "reasons",
            report.reasons()));
  }

  @Override
  public boolean hasDaily(ModelLine line, Timeframe timeframe, Instant at) {
    Instant day = at.truncatedTo(ChronoUnit.DAYS);
    return jdbc.sql(
            """
            select exists (select 1 from drift_reports
             where line = ? and timeframe = ? and trigger = 'DAILY'
               and checked_at >= ? and checked_at < ?)
            """)
        .params(line.name(), timeframe.name(), utc(day), utc(day.plus(1, ChronoUnit.DAYS)))
        .query(Boolean.class)
        .single();
  }

  @Override
  public Optional<Instant> lastQueued(ModelLine line, Timeframe timeframe) {
    return jdbc.sql(
            """
            select checked_at from drift_reports
             where line = ? and timeframe = ? and training_id is not null
             order by checked_at desc limit 1
            """)
        .params(line.name(), timeframe.name())
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  @Override
  public List<DriftReport> latest() {
    return read(
        jdbc.sql(
            """
            select distinct on (line, timeframe) report from drift_reports
             order by line, timeframe, checked_at desc, report_id desc
            """));
  }

  @Override
  public List<DriftReport> newest(@Nullable ModelLine line, int limit) {
    if (line == null) {
      return read(
          jdbc.sql(
                  "select report from drift_reports order by checked_at desc, report_id desc limit ?")
              .param(limit));
    }
    return read(
        jdbc.sql(
                """
                select report from drift_reports where line = ?
                 order by checked_at desc, report_id desc limit ?
                """)
            .params(line.name(), limit));
  }

  private List<DriftReport> read(JdbcClient.StatementSpec statement) {
    return statement.query((row, _) -> json.read(row.getString(1), DriftReport.class)).list();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
