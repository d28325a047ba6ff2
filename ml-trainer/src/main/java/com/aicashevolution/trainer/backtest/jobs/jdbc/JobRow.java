package com.aicashevolution.trainer.backtest.jobs.jdbc;

import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.json.JsonColumn;
import com.aicashevolution.trainer.backtest.BacktestRequest;
import com.aicashevolution.trainer.backtest.jobs.Job;
import com.aicashevolution.trainer.backtest.jobs.JobKind;
import com.aicashevolution.trainer.backtest.jobs.JobStatus;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Translates between rows of {@code backtests} and jobs. Thread-safe. */
final class JobRow {

  /** Everything but the result, which may be long. */
  static final String COLUMNS =
      """
      b.job_id, b.kind, b.status, b.request, b.requested_by, b.queued_at, b.started_at,
      b.finished_at, b.progress, b.message, b.model_version,
      array(select name from backtest_files f where f.job_id = b.job_id order by name) as files
      """;

  private final JsonColumn json = new JsonColumn();

  String write(BacktestRequest request) {
    return json.write(request);
  }

  Job map(ResultSet row, int index) throws SQLException {
    return map(row, null);
  }

  Job mapWithResult(ResultSet row, int index) throws SQLException {
    return map(row, row.getString("result"));
  }

  private Job map(ResultSet row, @Nullable String result) throws SQLException {
    String version = row.getString("model_version");
    return new Job(
        row.getString("job_id"),
        JobKind.ofWireName(row.getString("kind")),
        json.read(row.getString("request"), BacktestRequest.class),
        row.getString("requested_by"),
        new Job.Times(
            row.getObject("queued_at", OffsetDateTime.class).toInstant(),
            nullableInstant(row, "started_at"),
            nullableInstant(row, "finished_at")),
        new Job.State(
            JobStatus.ofWireName(row.getString("status")),
            row.getDouble("progress"),
            row.getString("message")),
        version == null ? null : new ModelVersion(version),
        result,
        names(row.getArray("files")));
  }

  private static List<String> names(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static @Nullable Instant nullableInstant(ResultSet row, String column)
      throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
