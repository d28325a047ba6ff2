package com.aicashevolution.platform.registry.jdbc;

import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.registry.ModelRegistry.RolloutEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code ml_rollouts}. */
final class RolloutTable {

  private final JdbcClient jdbc;

  RolloutTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(RegistryChange change) {
    jdbc.sql(
            """
            insert into ml_rollouts (at, line, version, action, traffic_percentage,
                   previous_champion, forced, actor, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            change.at().atOffset(ZoneOffset.UTC),
            change.before().line().name(),
            change.version().value(),
            change.action().rolloutName(),
            change.trafficPercentage(),
            LineTable.name(change.before().champion()),
            change.forced(),
            change.actor(),
            change.reason())
        .update();
  }

  List<RolloutEvent> newest(int limit) {
    return jdbc.sql("select * from ml_rollouts order by at desc, id desc limit ?")
        .param(limit)
        .query(RolloutTable::event)
        .list();
  }

  private static RolloutEvent event(ResultSet row, int index) throws SQLException {
    return new RolloutEvent(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        new ModelLine(row.getString("line")),
        new ModelVersion(row.getString("version")),
        row.getString("action"),
        row.getInt("traffic_percentage"),
        LineTable.version(row.getString("previous_champion")),
        row.getBoolean("forced"),
        row.getString("actor"),
        row.getString("reason"));
  }
}
