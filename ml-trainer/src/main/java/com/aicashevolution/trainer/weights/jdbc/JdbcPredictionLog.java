package com.aicashevolution.trainer.weights.jdbc;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.signal.Probabilities;
import com.aicashevolution.trainer.weights.PredictionLog;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link PredictionLog} over {@code ml_predictions}. Thread-safe. */
public final class JdbcPredictionLog implements PredictionLog {

  private static final int ROW_BYTES = FeatureSchema.FEATURES * Float.BYTES;

  private final JdbcClient jdbc;

  public JdbcPredictionLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<LoggedPrediction> toTrade(
      ModelLine line, Timeframe timeframe, Instant since, int limit) {
    return jdbc.sql(
            """
            select * from (
              select distinct on (symbol, as_of, model_version)
                     symbol, as_of, model_version, p_sell, p_hold, p_buy,
                     substring(input from length(input) - :rowBytes + 1) as newest_row
                from ml_predictions
               where timeframe = :timeframe and line = :line and as_of >= :since
                 and created_at >= :since and direction <> 'HOLD'
               order by symbol, as_of, model_version, input_kind <> 'stored', created_at) predicted
             order by as_of desc, symbol, model_version limit :limit
            """)
        .param("rowBytes", ROW_BYTES)
        .param("timeframe", timeframe.name())
        .param("line", line.name())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(JdbcPredictionLog::prediction)
        .list();
  }

  private static LoggedPrediction prediction(ResultSet row, int index) throws SQLException {
    float[] features = new float[FeatureSchema.FEATURES];
    ByteBuffer.wrap(row.getBytes("newest_row")).asFloatBuffer().get(features);
    return new LoggedPrediction(
        Symbol.of(row.getString("symbol")),
        row.getObject("as_of", OffsetDateTime.class).toInstant(),
        new ModelVersion(row.getString("model_version")),
        new Probabilities(row.getFloat("p_sell"), row.getFloat("p_hold"), row.getFloat("p_buy")),
        features);
  }
}
