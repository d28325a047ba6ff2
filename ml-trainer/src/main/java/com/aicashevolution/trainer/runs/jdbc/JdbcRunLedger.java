package com.aicashevolution.trainer.runs.jdbc;

import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.trainer.dataset.DataHash;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.RecordedSeries;
import com.aicashevolution.trainer.dataset.SymbolSamples;
import com.aicashevolution.trainer.pipeline.RunLedger;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** {@link RunLedger} over {@code ml_training_samples} and {@code ml_trials}. Thread-safe. */
public final class JdbcRunLedger implements RunLedger {

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final RunRow json = new RunRow();

  public JdbcRunLedger(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public void recordSamples(String trainingId, Dataset dataset) {
    transactions.executeWithoutResult(
        _ -> dataset.symbols().forEach(samples -> insert(trainingId, samples)));
  }

  private void insert(String trainingId, SymbolSamples samples) {
    CandleSeries series = samples.series();
    jdbc.sql(
            """
            insert into ml_training_samples (training_id, symbol, timeframe, candles, samples,
                   sell, hold, buy, first_bar, last_bar, data_hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (training_id, symbol) do nothing
            """)
        .params(
            trainingId,
            series.symbol().code(),
            series.timeframe().name(),
            series.size(),
            samples.size(),
            samples.count(Direction.SELL),
            samples.count(Direction.HOLD),
            samples.count(Direction.BUY),
            utc(series.openTime(0)),
            utc(series.openTime(series.size() - 1)),
            DataHash.of(List.of(series)))
        .update();
  }

  @Override
  public List<RecordedSeries> recordedSamples(String trainingId) {
    return jdbc.sql(
            """
            select symbol, first_bar, last_bar, data_hash from ml_training_samples
             where training_id = ?
             order by symbol
            """)
        .param(trainingId)
        .query(
            (row, _) ->
                new RecordedSeries(
                    Symbol.of(row.getString("symbol")),
                    row.getObject("first_bar", OffsetDateTime.class).toInstant(),
                    row.getObject("last_bar", OffsetDateTime.class).toInstant(),
                    row.getString("data_hash")))
        .list();
  }

  @Override
  public void recordTrial(String trainingId, Trial trial) {
    jdbc.sql(
            """
            insert into ml_trials (training_id, line, stage, fit, fold, seed, hyperparameters,
                   metrics, created_at)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)
            on conflict (training_id, fit) where fit is not null do nothing
            """)
        .params(
            trainingId,
            trial.line().name(),
            trial.stage().name().toLowerCase(Locale.ROOT),
            trial.fit(),
            trial.fold(),
            trial.seed(),
            json.write(trial.hyperparameters()),
            json.write(trial.metrics()),
            utc(clock.instant()))
        .update();
  }

  @Override
  public long trials(ModelLine line) {
    return jdbc.sql("select count(*) from ml_trials where line = ?")
        .param(line.name())
        .query(Long.class)
        .single();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
