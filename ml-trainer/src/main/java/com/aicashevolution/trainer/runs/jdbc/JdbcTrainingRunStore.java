package com.aicashevolution.trainer.runs.jdbc;

import com.aicashevolution.platform.audit.AuditLog;
import com.aicashevolution.platform.audit.AuditLog.AuditEvent;
import com.aicashevolution.trainer.pipeline.RunPlan;
import com.aicashevolution.trainer.pipeline.RunStep;
import com.aicashevolution.trainer.runs.RunStatus;
import com.aicashevolution.trainer.runs.TrainingRequest;
import com.aicashevolution.trainer.runs.TrainingRun;
import com.aicashevolution.trainer.runs.TrainingRunStore;
import com.aicashevolution.trainer.runs.TrainingTrigger;
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
 * {@link TrainingRunStore} over {@code ml_generation_logs}. Changes of the queue happen one after
 * the other, under an advisory lock of their transaction; reports and ends of a run touch its own
 * row only, and only while it is running. Thread-safe.
 */
public final class JdbcTrainingRunStore implements TrainingRunStore {

  /** Names the lock among all advisory locks of the database. */
  private static final long QUEUE_LOCK = 0x6d6c2d7472616931L;

  /** Runs are named by the second; so many in a row cannot all be taken. */
  private static final int MAX_NAMES = 60;

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'training_'yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final AuditLog audit;
  private final String replica;
  private final RunRow rows = new RunRow();

  /**
   * Creates the store of one process.
   *
   * @param replica names this process among all trainers: a run it lost to another is not its own
   */
  public JdbcTrainingRunStore(
      JdbcClient jdbc, TransactionOperations transactions, AuditLog audit, String replica) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.audit = audit;
    this.replica = replica;
  }

  @Override
  public EnqueueResult enqueue(
      TrainingRequest request,
      String requestedBy,
      TrainingTrigger trigger,
      boolean behindRunning,
      Instant at) {
    return inQueue(
        () -> {
          Optional<TrainingRun> queued = newestWith(RunStatus.QUEUED);
          Optional<TrainingRun> running = newestWith(RunStatus.RUNNING);
          if (queued.isPresent()) {
            return new EnqueueResult.InProgress(queued.get());
          }
          if (running.isPresent() && !behindRunning) {
            return new EnqueueResult.InProgress(running.get());
          }
          String trainingId = insert(request, requestedBy, trigger, at);
          audit(requestedBy, "training.queued", trainingId, Map.of("trigger", trigger.wireName()));
          return new EnqueueResult.Queued(existing(trainingId));
        });
  }

  private String insert(
      TrainingRequest request, String requestedBy, TrainingTrigger trigger, Instant at) {
    for (int attempt = 0; attempt < MAX_NAMES; attempt++) {
      String trainingId = NAME.format(at.plusSeconds(attempt));
      int inserted =
          jdbc.sql(
                  """
                  insert into ml_generation_logs (training_id, status, line, timeframe, request,
                         requested_by, trigger, queued_at, step, message)
                  values (?, 'queued', ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
                  on conflict (training_id) do nothing
                  """)
              .params(
                  trainingId,
                  request.lineOrGlobal().name(),
                  request.timeframeOrHourly().name(),
                  rows.write(request),
                  requestedBy,
                  trigger.wireName(),
                  utc(at),
                  RunStep.QUEUED.wireName(),
                  "waiting for a trainer")
              .update();
      if (inserted == 1) {
        return trainingId;
      }
    }
    throw new IllegalStateException("no free name for a run within " + MAX_NAMES + " s of " + at);
  }

  @Override
  public Optional<TrainingRun> claim(Instant at) {
    return inQueue(
        () -> {
          if (newestWith(RunStatus.RUNNING).isPresent()) {
            return Optional.empty();
          }
          Optional<TrainingRun> queued = newestWith(RunStatus.QUEUED);
          if (queued.isEmpty()) {
            return Optional.empty();
          }
          jdbc.sql(
                  """
                  update ml_generation_logs
                     set status = 'running', started_at = ?, heartbeat_at = ?, executed_by = ?,
                         message = 'starting'
                   where training_id = ?
                  """)
              .params(utc(at), utc(at), replica, queued.get().trainingId())
              .update();
          return Optional.of(existing(queued.get().trainingId()));
        });
  }

  @Override
  public Optional<TrainingRun> resume(Instant at) {
    return inQueue(
        () ->
            jdbc.sql(
                    """
                    update ml_generation_logs r
                       set executed_by = ?, heartbeat_at = ?,
                           takeovers = takeovers + case when executed_by is null then 0 else 1 end
                     where status = 'running'
                       and (executed_by is null or takeovers < ?)
                    returning training_id
                    """)
                .params(replica, utc(at), MAX_TAKEOVERS)
                .query(String.class)
                .optional()
                .map(
                    trainingId -> {
                      audit("ml-trainer", "training.taken_over", trainingId, Map.of());
                      return existing(trainingId);
                    }));
  }

  @Override
  public void handOver(String trainingId) {
    jdbc.sql(
            """
            update ml_generation_logs
               set executed_by = null, message = 'its trainer was shut down, waiting for another'
             where training_id = ? and status = 'running' and executed_by = ?
            """)
        .params(trainingId, replica)
        .update();
  }

  @Override
  public void keepPlan(String trainingId, RunPlan plan) {
    jdbc.sql("update ml_generation_logs set plan = ?::jsonb where training_id = ?")
        .params(rows.write(plan), trainingId)
        .update();
  }

  @Override
  public Optional<RunPlan> plan(String trainingId) {
    return jdbc.sql(
            "select plan from ml_generation_logs where training_id = ? and plan is not null")
        .param(trainingId)
        .query(String.class)
        .optional()
        .map(plan -> rows.read(plan, RunPlan.class));
  }

  @Override
  public Signal report(
      String trainingId, RunStep step, double progress, String message, Instant at) {
    return jdbc.sql(
            """
            update ml_generation_logs set step = ?, progress = ?, message = ?, heartbeat_at = ?
             where training_id = ? and status = 'running' and executed_by = ?
            returning cancel_requested
            """)
        .params(step.wireName(), progress, message, utc(at), trainingId, replica)
        .query(Boolean.class)
        .optional()
        .map(cancel -> cancel ? Signal.CANCEL : Signal.CONTINUE)
        .orElse(Signal.LOST);
  }

  @Override
  public boolean finish(String trainingId, Ending ending, Instant at) {
    return inTransaction(
        () -> {
          boolean ours = end(trainingId, ending, at);
          if (ours) {
            dropOutcomes(trainingId);
            audit(
                "ml-trainer",
                "training." + ending.status().wireName(),
                trainingId,
                Map.of("message", ending.message()));
          }
          return ours;
        });
  }

  private boolean end(String trainingId, Ending ending, Instant at) {
    TrainingRun.Result result = ending.result();
    return jdbc.sql(
                """
                update ml_generation_logs
                   set status = :status, step = :step, message = :message, finished_at = :at,
                       progress = case when :step = 'done' then 1 else progress end,
                       model_version = :version, metrics = :metrics::jsonb, gate = :gate::jsonb
                 where training_id = :id and status = 'running' and executed_by = :replica
                """)
            .param("status", ending.status().wireName())
            .param("step", ending.step().wireName())
            .param("message", ending.message())
            .param("at", utc(at))
            .param("version", result.modelVersion() == null ? null : result.modelVersion().value())
            .param("metrics", rows.writeNullable(result.metrics()))
            .param("gate", rows.writeNullable(result.gate()))
            .param("id", trainingId)
            .param("replica", replica)
            .update()
        == 1;
  }

  @Override
  public List<String> abandonRunning(Instant at) {
    return inQueue(
        () -> {
          List<String> abandoned =
              jdbc.sql(
                      """
                      update ml_generation_logs
                         set status = 'crashed', finished_at = ?,
                             message = 'its trainer vanished while: ' || message
                       where status = 'running'
                      returning training_id
                      """)
                  .param(utc(at))
                  .query(String.class)
                  .list();
          abandoned.forEach(this::dropOutcomes);
          abandoned.forEach(id -> audit("ml-trainer", "training.crashed", id, Map.of()));
          return abandoned;
        });
  }

  @Override
  public CancelResult cancel(String trainingId, String actor, Instant at) {
    return inQueue(
        () -> {
          Optional<TrainingRun> found = find(trainingId);
          if (found.isEmpty()) {
            return new CancelResult.Unknown(trainingId);
          }
          return switch (found.get().status()) {
            case QUEUED -> {
              jdbc.sql(
                      """
                      update ml_generation_logs
                         set status = 'cancelled', finished_at = ?, cancel_requested = true,
                             message = 'cancelled before it began'
                       where training_id = ?
                      """)
                  .params(utc(at), trainingId)
                  .update();
              audit(actor, "training.cancelled", trainingId, Map.of());
              yield new CancelResult.Cancelled(existing(trainingId));
            }
            case RUNNING -> {
              jdbc.sql(
                      "update ml_generation_logs set cancel_requested = true where training_id = ?")
                  .param(trainingId)
                  .update();
              audit(actor, "training.cancel_requested", trainingId, Map.of());
              yield new CancelResult.Requested(existing(trainingId));
            }
            case SUCCEEDED, REJECTED, FAILED, CANCELLED, CRASHED ->
                new CancelResult.AlreadyEnded(found.get());
          };
        });
  }

  @Override
  public Optional<TrainingRun> find(String trainingId) {
    return jdbc.sql("select * from ml_generation_logs where training_id = ?")
        .param(trainingId)
        .query(rows::map)
        .optional();
  }

  @Override
  public Optional<TrainingRun> active() {
    return newestWith(RunStatus.RUNNING).or(() -> newestWith(RunStatus.QUEUED));
  }

  @Override
  public Optional<TrainingRun> newestWith(RunStatus status) {
    return jdbc.sql(
            "select * from ml_generation_logs where status = ? order by queued_at desc limit 1")
        .param(status.wireName())
        .query(rows::map)
        .optional();
  }

  @Override
  public List<TrainingRun> newest(int limit) {
    return jdbc.sql(
            "select * from ml_generation_logs order by queued_at desc, training_id desc limit ?")
        .param(limit)
        .query(rows::map)
        .list();
  }

  /** Who made which fit stays on record; what came of it is of no use once the run is over. */
  private void dropOutcomes(String trainingId) {
    jdbc.sql("update ml_fits set outcome = null, progress = null where training_id = ?")
        .param(trainingId)
        .update();
  }

  private TrainingRun existing(String trainingId) {
    return find(trainingId).orElseThrow();
  }

  private void audit(
      String actor, String action, String trainingId, Map<String, @Nullable Object> detail) {
    audit.append(new AuditEvent(actor, action, trainingId, detail));
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
