package com.aicashevolution.platform.registry.jdbc;

import com.aicashevolution.attribution.IndicatorImportance;
import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.json.JsonColumn;
import com.aicashevolution.platform.registry.ModelRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code ml_models}. */
final class ModelTable {

  private final JdbcClient jdbc;
  private final JsonColumn json = new JsonColumn();

  ModelTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(ModelRecord model, Instant at) {
    jdbc.sql(
            """
            insert into ml_models (version, line, timeframe, status, training_id, created_at,
                   manifest_sha256, simulated, report, gate, attribution,
                   status_changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?)
            """)
        .params(
            model.version().value(),
            model.line().name(),
            model.timeframe().name(),
            model.status().name(),
            model.trainingId(),
            model.createdAt().atOffset(ZoneOffset.UTC),
            model.manifestSha256(),
            model.simulated(),
            json.write(model.report()),
            json.write(model.gate()),
            model.attribution() == null ? null : json.write(model.attribution()),
            at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void setStatus(ModelVersion version, ModelStatus status, Instant at) {
    jdbc.sql(
            """
            update ml_models set status = ?, status_changed_at = ?
             where version = ? and status <> ?
            """)
        .params(status.name(), at.atOffset(ZoneOffset.UTC), version.value(), status.name())
        .update();
  }

  Optional<ModelRecord> find(ModelVersion version) {
    return jdbc.sql("select * from ml_models where version = ?")
        .param(version.value())
        .query(this::model)
        .optional();
  }

  List<ModelRecord> newest(int limit) {
    return jdbc.sql("select * from ml_models order by created_at desc, version desc limit ?")
        .param(limit)
        .query(this::model)
        .list();
  }

  Optional<ModelRecord> newestOf(ModelLine line) {
    return jdbc.sql(
            """
            select * from ml_models where line = ? order by created_at desc, version desc limit 1
            """)
        .param(line.name())
        .query(this::model)
        .optional();
  }

  private ModelRecord model(ResultSet row, int index) throws SQLException {
    String attribution = row.getString("attribution");
    return new ModelRecord(
        new ModelVersion(row.getString("version")),
        new ModelLine(row.getString("line")),
        Timeframe.valueOf(row.getString("timeframe")),
        ModelStatus.valueOf(row.getString("status")),
        row.getString("training_id"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("manifest_sha256"),
        row.getBoolean("simulated"),
        json.read(row.getString("report"), EvaluationReport.class),
        json.read(row.getString("gate"), GateVerdict.class),
        attribution == null ? null : json.read(attribution, IndicatorImportance.class));
  }
}
