package com.aicashevolution.trainer.fits.jdbc;

import com.aicashevolution.platform.json.JsonColumn;
import com.aicashevolution.trainer.dataset.DatasetSpec;
import com.aicashevolution.trainer.dataset.RecordedSeries;
import com.aicashevolution.trainer.dataset.WalkForward;
import com.aicashevolution.trainer.fits.FitOrder;
import com.aicashevolution.trainer.fits.FitRef;
import com.aicashevolution.trainer.fits.FitResult;
import com.aicashevolution.trainer.fits.FitStore;
import com.aicashevolution.trainer.training.FitObserver.FitProgress;
import com.aicashevolution.trainer.training.Hyperparameters;
import com.aicashevolution.trainer.training.Stopping;
import com.aicashevolution.trainer.training.WarmStart;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** {@link FitStore} over {@code ml_fits}. Thread-safe. */
public final class JdbcFitStore implements FitStore {

  /** As the table has it. */
  private static final int MAX_OUTCOME_BYTES = 64 << 20;

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Function<String, List<RecordedSeries>> recordedSamples;
  private final JsonColumn json = new JsonColumn();
  private final FitCodec codec = new FitCodec();

  /**
   * Creates a store.
   *
   * @param recordedSamples what a run was fed, by its training id
   */
  public JdbcFitStore(
      JdbcClient jdbc,
      TransactionOperations transactions,
      Function<String, List<RecordedSeries>> recordedSamples) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.recordedSamples = recordedSamples;
  }

  @Override
  public void post(String trainingId, List<FitOrder> orders) {
    transactions.executeWithoutResult(_ -> orders.forEach(order -> insert(trainingId, order)));
  }

  private void insert(String trainingId, FitOrder order) {
    jdbc.sql(
            """
            insert into ml_fits (training_id, number, kind, fold, seed, hyperparameters, epochs)
            values (?, ?, ?, ?, ?, ?::jsonb, ?)
            on conflict (training_id, number) do nothing
            """)
        .params(
            trainingId,
            order.number(),
            order.kind().name().toLowerCase(Locale.ROOT),
            order.fold(),
            order.seed(),
            json.write(order.hyperparameters()),
            order.stopping() instanceof Stopping.AfterEpochs(int epochs) ? epochs : null)
        .update();
  }

  @Override
  public Optional<Claimed> claim(FitRef fit, String replica, Instant at) {
    return Objects.requireNonNull(
        transactions.execute(
            _ ->
                jdbc.sql(
                        """
                        select f.* from ml_fits f join ml_generation_logs r using (training_id)
                         where f.training_id = ? and f.number = ?
                           and f.state in ('waiting', 'running')
                           and r.status = 'running' and not r.cancel_requested
                           for update of f
                        """)
                    .params(fit.trainingId(), fit.number())
                    .query((row, _) -> claimable(row, replica))
                    .optional()
                    .map(claimed -> taken(fit, claimed, replica, at))));
  }

  private Claimed claimable(ResultSet row, String replica) throws SQLException {
    String holder = row.getString("state").equals("running") ? row.getString("claimed_by") : null;
    String takenFrom = replica.equals(holder) ? null : holder;
    int epochs = row.getInt("epochs");
    Stopping stopping =
        row.wasNull() ? new Stopping.OnValidation() : new Stopping.AfterEpochs(epochs);
    return new Claimed(
        new FitOrder(
            row.getInt("number"),
            FitOrder.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
            row.getInt("fold"),
            row.getLong("seed"),
            json.read(row.getString("hyperparameters"), Hyperparameters.class),
            stopping),
        takenFrom,
        row.getInt("takeovers") + (takenFrom == null ? 0 : 1));
  }

  private Claimed taken(FitRef fit, Claimed claimed, String replica, Instant at) {
    jdbc.sql(
            """
            update ml_fits set state = 'running', claimed_by = ?, claimed_at = ?, takeovers = ?,
                   progress = null, message = null
             where training_id = ? and number = ?
            """)
        .params(
            replica,
            at.atOffset(ZoneOffset.UTC),
            claimed.takeovers(),
            fit.trainingId(),
            fit.number())
        .update();
    return claimed;
  }

  @Override
  public boolean beat(FitRef fit, String replica, @Nullable FitProgress progress) {
    return jdbc.sql(
            """
            update ml_fits f set progress = coalesce(?::jsonb, f.progress)
              from ml_generation_logs r
             where f.training_id = ? and f.number = ? and f.state = 'running' and f.claimed_by = ?
               and r.training_id = f.training_id
            returning r.status = 'running' and not r.cancel_requested
            """)
        .params(
            progress == null ? null : json.write(progress), fit.trainingId(), fit.number(), replica)
        .query(Boolean.class)
        .optional()
        // Another replica has it by now: let that one go on alone.
        .orElse(false);
  }

  @Override
  public void release(FitRef fit, String replica, String why) {
    jdbc.sql(
            """
            update ml_fits set state = 'waiting', claimed_by = null, progress = null, message = ?
             where training_id = ? and number = ? and state = 'running' and claimed_by = ?
            """)
        .params(why, fit.trainingId(), fit.number(), replica)
        .update();
  }

  @Override
  public void finish(FitRef fit, FitResult result, Instant at) {
    byte[] outcome = codec.write(result);
    if (outcome.length > MAX_OUTCOME_BYTES) {
      throw new OutcomeTooLargeException(outcome.length, MAX_OUTCOME_BYTES);
    }
    jdbc.sql(
            """
            update ml_fits set state = 'done', outcome = ?, finished_at = ?, message = null
             where training_id = ? and number = ? and state in ('waiting', 'running')
            """)
        .params(outcome, at.atOffset(ZoneOffset.UTC), fit.trainingId(), fit.number())
        .update();
  }

  @Override
  public void fail(FitRef fit, String why, Instant at) {
    jdbc.sql(
            """
            update ml_fits set state = 'failed', finished_at = ?, message = ?
             where training_id = ? and number = ? and state in ('waiting', 'running')
            """)
        .params(at.atOffset(ZoneOffset.UTC), why, fit.trainingId(), fit.number())
        .update();
  }

  @Override
  public List<FitState> states(String trainingId) {
    return jdbc.sql(
            """
            select number, state, progress, message from ml_fits where training_id = ?
             order by number
            """)
        .param(trainingId)
        .query(
            (row, _) -> {
              String progress = row.getString("progress");
              return new FitState(
                  row.getInt("number"),
                  State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                  progress == null ? null : json.read(progress, FitProgress.class),
                  row.getString("message"));
            })
        .list();
  }

  @Override
  public FitResult result(FitRef fit) {
    return codec.read(
        jdbc.sql(
                "select outcome from ml_fits where training_id = ? and number = ? and state = 'done'")
            .params(fit.trainingId(), fit.number())
            .query(byte[].class)
            .single());
  }

  @Override
  public Briefing briefing(String trainingId) {
    Plan plan =
        json.read(
            jdbc.sql("select plan from ml_generation_logs where training_id = ?")
                .param(trainingId)
                .query(String.class)
                .single(),
            Plan.class);
    return new Briefing(
        plan.dataset(),
        plan.split(),
        plan.maxTrainSamples(),
        plan.warmStart(),
        recordedSamples.apply(trainingId));
  }

  /** The part of a run's stored plan that says how its data is read and cut. */
  private record Plan(
      DatasetSpec dataset, WalkForward split, int maxTrainSamples, @Nullable WarmStart warmStart) {}
}
