package com.aicashevolution.platform.journal.jdbc;

import com.aicashevolution.platform.journal.DamagedRowException;
import com.aicashevolution.platform.journal.JournalArchive;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@link JournalArchive} over {@code ml_predictions}. Pages walk the primary key, months before
 * {@code since} are not touched; a sample reads ids only. Thread-safe.
 */
public final class JdbcJournalArchive implements JournalArchive {

  private final JdbcClient jdbc;

  public JdbcJournalArchive(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Row> page(Instant since, UUID after, int limit) {
    return jdbc.sql(
            """
            select * from ml_predictions where created_at >= ? and prediction_id > ?
             order by prediction_id limit ?
            """)
        .params(since.atOffset(ZoneOffset.UTC), after, limit)
        .query(JdbcJournalArchive::row)
        .list();
  }

  @Override
  public List<UUID> sample(Instant since, int count, long seed) {
    return jdbc.sql(
            """
            select prediction_id from (
              select prediction_id from ml_predictions where created_at >= ?
               order by md5(? || prediction_id::text) limit ?) drawn
             order by prediction_id
            """)
        .params(since.atOffset(ZoneOffset.UTC), Long.toString(seed), count)
        .query((row, index) -> row.getObject(1, UUID.class))
        .list();
  }

  @Override
  public List<Row> findAll(List<UUID> ids) {
    String[] texts = ids.stream().map(UUID::toString).toArray(String[]::new);
    return jdbc.sql(
            """
            select * from ml_predictions where prediction_id = any(?::uuid[])
             order by prediction_id
            """)
        .param(texts)
        .query(JdbcJournalArchive::row)
        .list();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    try {
      return new Row.Whole(JdbcPredictionJournal.entry(row, index));
    } catch (DamagedRowException damaged) {
      return new Row.Damaged(damaged.predictionId(), damaged.why());
    }
  }
}
