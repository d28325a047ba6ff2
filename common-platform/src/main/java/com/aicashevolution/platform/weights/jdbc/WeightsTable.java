package com.aicashevolution.platform.weights.jdbc;

import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.json.JsonColumn;
import com.aicashevolution.platform.weights.Improvement;
import com.aicashevolution.platform.weights.WeightsRecord;
import com.aicashevolution.platform.weights.WeightsRecord.Basis;
import com.aicashevolution.platform.weights.WeightsRecord.Origin;
import com.aicashevolution.signal.IndicatorWeights;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code ml_indicator_weights}. */
final class WeightsTable {

  private static final TypeReference<EnumMap<IndicatorName, Double>> BY_NAME =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonColumn json = new JsonColumn();

  WeightsTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<WeightsRecord> active() {
    return jdbc.sql("select * from ml_indicator_weights where active order by line, timeframe")
        .query(this::weights)
        .list();
  }

  List<WeightsRecord> newest(ModelLine line, Timeframe timeframe, int limit) {
    return jdbc.sql(
            """
            select * from ml_indicator_weights where line = ? and timeframe = ?
             order by created_at desc, version desc limit ?
            """)
        .params(line.name(), timeframe.name(), limit)
        .query(this::weights)
        .list();
  }

  /** Changes of one line happen one after the other, also the first: there is no row to lock. */
  Optional<WeightsRecord> lockedActive(ModelLine line, Timeframe timeframe) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('ml_indicator_weights'), hashtext(?))")
        .param(line.name() + " " + timeframe.name())
        .query((row, index) -> true)
        .single();
    return jdbc.sql(
            "select * from ml_indicator_weights where line = ? and timeframe = ? and active")
        .params(line.name(), timeframe.name())
        .query(this::weights)
        .optional();
  }

  boolean exists(String version) {
    return jdbc.sql("select exists (select 1 from ml_indicator_weights where version = ?)")
        .param(version)
        .query(Boolean.class)
        .single();
  }

  void retire(String version, Instant at) {
    jdbc.sql("update ml_indicator_weights set active = false, retired_at = ? where version = ?")
        .params(at.atOffset(ZoneOffset.UTC), version)
        .update();
  }

  void insert(WeightsRecord record) {
    Origin origin = record.origin();
    jdbc.sql(
            """
            insert into ml_indicator_weights (version, line, timeframe, active, created_at, actor,
                   basis, model_version, weights, importance, improvement_score, evidence)
            values (?, ?, ?, true, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?::jsonb)
            """)
        .params(
            record.version(),
            record.line().name(),
            record.timeframe().name(),
            record.createdAt().atOffset(ZoneOffset.UTC),
            record.actor(),
            origin.basis().wireName(),
            origin.modelVersion() == null ? null : origin.modelVersion().value(),
            json.write(record.weights().byWireName()),
            json.write(origin.importance()),
            origin.improvement().score(),
            json.write(origin.improvement()))
        .update();
  }

  private WeightsRecord weights(ResultSet row, int index) throws SQLException {
    String model = row.getString("model_version");
    OffsetDateTime retired = row.getObject("retired_at", OffsetDateTime.class);
    return new WeightsRecord(
        new IndicatorWeights(
            row.getString("version"), inOrder(json.read(row.getString("weights"), BY_NAME))),
        new ModelLine(row.getString("line")),
        Timeframe.valueOf(row.getString("timeframe")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        retired == null ? null : retired.toInstant(),
        row.getString("actor"),
        new Origin(
            Basis.valueOf(row.getString("basis").toUpperCase(Locale.ROOT)),
            model == null ? null : new ModelVersion(model),
            json.read(row.getString("importance"), BY_NAME),
            json.read(row.getString("evidence"), Improvement.class)));
  }

  private static List<Double> inOrder(Map<IndicatorName, Double> byName) {
    return Arrays.stream(IndicatorName.values())
        .map(
            name ->
                Optional.ofNullable(byName.get(name))
                    .orElseThrow(
                        () ->
                            new IllegalStateException(
                                "stored weights lack one of " + name.wireName())))
        .toList();
  }
}
