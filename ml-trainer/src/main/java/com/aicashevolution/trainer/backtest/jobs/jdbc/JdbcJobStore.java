package com.aicashevolution.trainer.backtest.jobs.jdbc;

import com.aicashevolution.platform.audit.AuditLog;
import com.aicashevolution.platform.audit.AuditLog.AuditEvent;
import com.aicashevolution.trainer.backtest.BacktestRequest;
import com.aicashevolution.trainer.backtest.jobs.Job;
import com.aicashevolution.trainer.backtest.jobs.JobKind;
import com.aicashevolution.trainer.backtest.jobs.JobStatus;
import com.aicashevolution.trainer.backtest.jobs.JobStore;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * {@link JobStore} over {@code backtests} and {@code backtest_files}. Changes of the queue happen
 * one after the other, under an advisory lock of their transaction. Thread-safe.
 */
public final class JdbcJobStore implements JobStore {

  /** Names the lock among all advisory locks of the database. */
  private static final long QUEUE_LOCK = 0x6d6c2d6261636b31L;

  /** Jobs are named by the second; so many in a row cannot all be taken. */
  private static final int MAX_NAMES = 60;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final AuditLog audit;
  private final JobRow rows = new JobRow();

  public JdbcJobStore(JdbcClient jdbc, TransactionOperations transactions, AuditLog audit) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.audit = audit;
  }

  @Override
  public EnqueueResult enqueue(
      JobKind kind, BacktestRequest request, String requestedBy, int maxWaiting, Instant at) {
    return inQueue(
        () -> {
          int waiting =
              jdbc.sql("select count(*) from backtests where status = 'queued'")
                  .query(Integer.class)
                  .single();
          if (waiting >= maxWaiting) {
            return new EnqueueResult.Full(waiting);
          }
          String jobId = insert(kind, request, requestedBy, at);
          audit(requestedBy, kind, "queued", jobId, Map.of("model", request.modelOrChampion()));
          return new EnqueueResult.Queued(existing(jobId));
        });
  }

  private String insert(JobKind kind, BacktestRequest request, String requestedBy, Instant at) {
    for (int attempt = 0; attempt < MAX_NAMES; attempt++) {
      String jobId = kind.wireName() + "_" + STAMP.format(at.plusSeconds(attempt));
      int inserted =
          jdbc.sql(
                  """
                  insert into backtests (job_id, kind, status, request, requested_by, queued_at,
                         message)
                  values (?, ?, 'queued', ?::jsonb, ?, ?, 'waiting for a trainer')
                  on conflict (job_id) do nothing
                  """)
              .params(jobId, kind.wireName(), rows.write(request), requestedBy, utc(at))
              .update();
      if (inserted == 1) {
        return jobId;
      }
    }
    throw new IllegalStateException("no free name for a job within " + MAX_NAMES + " s of " + at);
  }

  @Override
  public Optional<Job> claim(Instant at) {
    return inQueue(
        () ->
            jdbc.sql(
                    """
                    update backtests set status = 'running', started_at = :at, heartbeat_at = :at,
                           message = 'starting'
                     where job_id = (select job_id from backtests where status = 'queued'
                                      order by queued_at, job_id limit 1)
                       and not exists (select 1 from backtests where status = 'running')
                    returning job_id
                    """)
                .param("at", utc(at))
                .query(String.class)
                .optional()
                .map(this::existing));
  }

  @Override
  public boolean goesOn(String jobId, double progress, String message, Instant at) {
    return jdbc.sql(
            """
            update backtests set progress = ?, message = ?, heartbeat_at = ?
             where job_id = ? and status = 'running'
            returning not cancel_requested
            """)
        .params(progress, message, utc(at), jobId)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  @Override
  public boolean finish(String jobId, Ending ending, Instant at) {
    return inTransaction(
        () -> {
          Optional<String> kind = end(jobId, ending, at);
          kind.ifPresent(
              ours -> {
                ending.files().forEach((name, content) -> keep(jobId, name, content));
                audit(
                    "ml-trainer",
                    JobKind.ofWireName(ours),
                    ending.status().wireName(),
                    jobId,
                    Map.of("message", ending.message()));
              });
          return kind.isPresent();
        });
  }

  private Optional<String> end(String jobId, Ending ending, Instant at) {
    return jdbc.sql(
            """
            update backtests
               set status = :status, message = :message, finished_at = :at,
                   progress = case when :status = 'succeeded' then 1 else progress end,
                   model_version = :version, result = :result::jsonb
             where job_id = :id and status = 'running'
            returning kind
            """)
        .param("status", ending.status().wireName())
        .param("message", ending.message())
        .param("at", utc(at))
        .param("version", ending.modelVersion() == null ? null : ending.modelVersion().value())
        .param("result", ending.resultJson())
        .param("id", jobId)
        .query(String.class)
        .optional();
  }

  private void keep(String jobId, String name, byte[] content) {
    jdbc.sql("insert into backtest_files (job_id, name, content) values (?, ?, ?)")
        .params(jobId, name, content)
        .update();
  }

  @Override
  public List<String> abandonRunning(Instant at) {
    return inQueue(
        () -> {
          List<String> abandoned =
              jdbc.sql(
                      """
                      update backtests set status = 'crashed', finished_at = ?,
                             message = 'its trainer vanished while: ' || message
                       where status = 'running'
                      returning job_id
                      """)
                  .param(utc(at))
                  .query(String.class)
                  .list();
          abandoned.forEach(
              id -> audit("ml-trainer", existing(id).kind(), "crashed", id, Map.of()));
          return abandoned;
        });
  }

  @Override
  public CancelResult cancel(String jobId, String actor, Instant at) {
    return inQueue(
        () -> {
          Optional<Job> found = find(jobId);
          if (found.isEmpty()) {
            return new CancelResult.Unknown(jobId);
          }
          JobStatus status = found.get().state().status();
          if (status.isFinal()) {
            return new CancelResult.AlreadyEnded(jobId, status);
          }
          jdbc.sql(
                  """
                  update backtests set cancel_requested = true,
                         status = case status when 'queued' then 'cancelled' else status end,
                         finished_at = case status when 'queued' then ? else finished_at end,
                         message = case status when 'queued' then 'cancelled before it began'
                                   else message end
                   where job_id = ?
                  """)
              .params(utc(at), jobId)
              .update();
          audit(actor, found.get().kind(), "cancel_requested", jobId, Map.of());
          return status == JobStatus.QUEUED
              ? new CancelResult.Cancelled(jobId)
              : new CancelResult.Requested(jobId);
        });
  }

  @Override
  public Optional<Job> find(String jobId) {
    return jdbc.sql("select " + JobRow.COLUMNS + ", b.result from backtests b where b.job_id = ?")
        .param(jobId)
        .query(rows::mapWithResult)
        .optional();
  }

  @Override
  public List<Job> newest(JobKind kind, int limit) {
    return jdbc.sql(
            "select "
                + JobRow.COLUMNS
                + " from backtests b where b.kind = ? order by b.queued_at desc, b.job_id desc"
                + " limit ?")
        .params(kind.wireName(), limit)
        .query(rows::map)
        .list();
  }

  @Override
  public Optional<byte[]> file(String jobId, String name) {
    return jdbc.sql("select content from backtest_files where job_id = ? and name = ?")
        .params(jobId, name)
        .query(byte[].class)
        .optional();
  }

  @Override
  public int dropOldFiles(int keep) {
    return jdbc.sql(
            """
            delete from backtest_files where job_id in (
              select job_id from backtests b
               where exists (select 1 from backtest_files f where f.job_id = b.job_id)
               order by queued_at desc, job_id desc offset ?)
            """)
        .param(keep)
        .update();
  }

  private Job existing(String jobId) {
    return find(jobId).orElseThrow();
  }

  private void audit(
      String actor, JobKind kind, String what, String jobId, Map<String, @Nullable Object> detail) {
    audit.append(new AuditEvent(actor, kind.wireName() + "." + what, jobId, detail));
  }

  private <T> T inQueue(Supplier<T> change) {
    return inTransaction(
        () -> {
          jdbc.sql("select pg_advisory_xact_lock(?)").param(QUEUE_LOCK).query().listOfRows();
          return change.get();
        });
  }

  private <T> T inTransaction(Supplier<T> change) {
    return Objects.requireNonNull(transactions.execute(_ -> change.get()));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
