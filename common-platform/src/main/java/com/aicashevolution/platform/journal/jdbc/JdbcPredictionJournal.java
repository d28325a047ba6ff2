package com.aicashevolution.platform.journal.jdbc;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.journal.DamagedRowException;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.platform.journal.PredictionJournal;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link PredictionJournal} over {@code ml_predictions}. Thread-safe. */
public final class JdbcPredictionJournal implements PredictionJournal {

  /**
   * Hops from symbol to symbol through the index (timeframe, symbol, created_at) and takes the
   * newest of each: a few index probes however many rows there are.
   */
  static final String LATEST_PER_SYMBOL =
      """
      with recursive symbols (symbol) as (
        (select symbol from ml_predictions where timeframe = :timeframe order by symbol limit 1)
        union all
        select (select next.symbol from ml_predictions next
                 where next.timeframe = :timeframe and next.symbol > symbols.symbol
                 order by next.symbol limit 1)
          from symbols where symbols.symbol is not null
      )
      select newest.* from symbols
       cross join lateral (
         select * from ml_predictions
          where timeframe = :timeframe and symbol = symbols.symbol
          order by created_at desc limit 1) newest
       order by newest.symbol
      """;

  private final JdbcClient jdbc;
  private final JournalPartitions partitions;

  public JdbcPredictionJournal(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.partitions = new JournalPartitions(jdbc);
  }

  @Override
  public void append(List<JournalEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    partitions.prepareFor(entries.getLast().createdAt());
    jdbc.sql(JournalColumns.INSERT).params(new JournalColumns(entries).parameters()).update();
  }

  @Override
  public Optional<JournalEntry> find(UUID predictionId) {
    return jdbc.sql("select * from ml_predictions where prediction_id = ?")
        .param(predictionId)
        .query(JdbcPredictionJournal::entry)
        .optional();
  }

  @Override
  public List<JournalEntry> latestPerSymbol(Timeframe timeframe) {
    return jdbc.sql(LATEST_PER_SYMBOL)
        .param("timeframe", timeframe.name())
        .query(JdbcPredictionJournal::entry)
        .list();
  }

  static JournalEntry entry(ResultSet row, int index) throws SQLException {
    UUID predictionId = row.getObject("prediction_id", UUID.class);
    try {
      return entry(predictionId, row);
    } catch (IllegalArgumentException | IllegalStateException impossible) {
      throw new DamagedRowException(predictionId, impossible);
    }
  }

  private static JournalEntry entry(UUID predictionId, ResultSet row) throws SQLException {
    return new JournalEntry(
        predictionId,
        instant(row, "created_at"),
        Symbol.of(row.getString("symbol")),
        Timeframe.valueOf(row.getString("timeframe")),
        instant(row, "as_of"),
        new ModelLine(row.getString("line")),
        new ModelVersion(row.getString("model_version")),
        row.getString("variant"),
        row.getString("schema_hash"),
        row.getString("weights_version"),
        row.getDouble("weight_factor"),
        WindowBits.read(row.getBytes("input")),
        row.getString("input_kind"),
        texts(row.getArray("imputed")),
        new Probabilities(row.getFloat("p_sell"), row.getFloat("p_hold"), row.getFloat("p_buy")),
        Direction.valueOf(row.getString("direction")),
        row.getDouble("confidence"),
        row.getString("recommendation"),
        row.getBoolean("simulated"),
        row.getString("request_id"),
        row.getString("user_id"),
        row.getLong("latency_micros"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
