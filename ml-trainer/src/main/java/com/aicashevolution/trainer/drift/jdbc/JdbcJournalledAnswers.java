package com.aicashevolution.trainer.drift.jdbc;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.signal.Probabilities;
import com.aicashevolution.trainer.drift.JournalledAnswers;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link JournalledAnswers} over {@code ml_predictions}. Thread-safe. */
public final class JdbcJournalledAnswers implements JournalledAnswers {

  private final JdbcClient jdbc;

  public JdbcJournalledAnswers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Answer> given(
      ModelVersion version, Symbol symbol, Timeframe timeframe, Instant since) {
    return jdbc.sql(
            """
            select distinct on (as_of) as_of, p_sell, p_hold, p_buy
              from ml_predictions
             where timeframe = ? and symbol = ? and created_at >= ? and model_version = ?
               and input_kind = 'stored'
             order by as_of, created_at, prediction_id
            """)
        .params(timeframe.name(), symbol.code(), since.atOffset(ZoneOffset.UTC), version.value())
        .query(
            (row, _) ->
                new Answer(
                    row.getObject("as_of", OffsetDateTime.class).toInstant(),
                    new Probabilities(
                        row.getFloat("p_sell"), row.getFloat("p_hold"), row.getFloat("p_buy"))))
        .list();
  }
}
