package com.aicashevolution.trainer.backtest.jobs.jdbc;

import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.json.JsonColumn;
import com.aicashevolution.trainer.backtest.TrialLedger;
import com.aicashevolution.trainer.pipeline.RunLedger;
import com.aicashevolution.trainer.pipeline.RunLedger.Trial;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link TrialLedger} over {@code ml_trials}, counted together with training runs. Thread-safe. */
public final class JdbcTrialLedger implements TrialLedger {

  private final JdbcClient jdbc;
  private final RunLedger runs;
  private final Clock clock;
  private final JsonColumn json = new JsonColumn();

  public JdbcTrialLedger(JdbcClient jdbc, RunLedger runs, Clock clock) {
    this.jdbc = jdbc;
    this.runs = runs;
    this.clock = clock;
  }

  @Override
  public void record(String backtestId, Trial trial) {
    jdbc.sql(
            """
            insert into ml_trials (backtest_id, line, fold, seed, hyperparameters, metrics,
                   created_at)
            values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)
            """)
        .params(
            backtestId,
            trial.line().name(),
            trial.fold(),
            trial.seed(),
            json.write(trial.hyperparameters()),
            json.write(trial.metrics()),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public long trials(ModelLine line) {
    return runs.trials(line);
  }
}
