package com.aicashevolution.trainer.runs.jdbc;

import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.json.DomainJson;
import com.aicashevolution.trainer.pipeline.RunMetrics;
import com.aicashevolution.trainer.runs.RunStatus;
import com.aicashevolution.trainer.runs.TrainingRequest;
import com.aicashevolution.trainer.runs.TrainingRun;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Translates between rows of {@code ml_generation_logs} and runs. Thread-safe. */
final class RunRow {

  private final JsonMapper json = DomainJson.newMapper();

  /** Rows outlive builds: what an older one did not write, or a newer one added, is no error. */
  private final JsonMapper lenient =
      DomainJson.newMapper()
          .rebuild()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass().getSimpleName(), e);
    }
  }

  @Nullable String writeNullable(@Nullable Object value) {
    return value == null ? null : write(value);
  }

  TrainingRun map(ResultSet row, int index) throws SQLException {
    String version = row.getString("model_version");
    return new TrainingRun(
        row.getString("training_id"),
        read(row.getString("request"), TrainingRequest.class),
        row.getString("requested_by"),
        row.getString("trigger"),
        new TrainingRun.Times(
            instant(row, "queued_at"),
            nullableInstant(row, "started_at"),
            nullableInstant(row, "finished_at"),
            nullableInstant(row, "heartbeat_at")),
        new TrainingRun.State(
            RunStatus.ofWireName(row.getString("status")),
            row.getString("step"),
            row.getDouble("progress"),
            row.getString("message"),
            row.getBoolean("cancel_requested")),
        new TrainingRun.Result(
            version == null ? null : new ModelVersion(version),
            readNullable(row.getString("metrics"), RunMetrics.class),
            readNullable(row.getString("gate"), GateVerdict.class)));
  }

  private <T> @Nullable T readNullable(@Nullable String text, Class<T> type) {
    return text == null ? null : read(text, type);
  }

  <T> T read(String text, Class<T> type) {
    try {
      return lenient.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored " + type.getSimpleName() + " cannot be read", e);
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant nullableInstant(ResultSet row, String column)
      throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
