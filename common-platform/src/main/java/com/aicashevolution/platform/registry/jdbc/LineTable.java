package com.aicashevolution.platform.registry.jdbc;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.registry.LineState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code ml_lines}. */
final class LineTable {

  private final JdbcClient jdbc;

  LineTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The line's state, which nobody else can change before the transaction ends. */
  LineState lock(ModelLine line, Timeframe timeframe, Instant at) {
    jdbc.sql(
            """
            insert into ml_lines (line, timeframe, changed_at) values (?, ?, ?)
            on conflict (line, timeframe) do nothing
            """)
        .params(line.name(), timeframe.name(), at.atOffset(ZoneOffset.UTC))
        .update();
    return jdbc.sql("select * from ml_lines where line = ? and timeframe = ? for update")
        .params(line.name(), timeframe.name())
        .query(LineTable::state)
        .single();
  }

  void update(LineState state) {
    jdbc.sql(
            """
            update ml_lines set champion = ?, challenger = ?, challenger_percentage = ?,
                   previous = ?, changed_at = ?
             where line = ? and timeframe = ?
            """)
        .params(
            name(state.champion()),
            name(state.challenger()),
            state.challengerPercentage(),
            name(state.previous()),
            state.changedAt().atOffset(ZoneOffset.UTC),
            state.line().name(),
            state.timeframe().name())
        .update();
  }

  List<LineState> all() {
    return jdbc.sql("select * from ml_lines order by line, timeframe")
        .query(LineTable::state)
        .list();
  }

  private static LineState state(ResultSet row, int index) throws SQLException {
    return new LineState(
        new ModelLine(row.getString("line")),
        Timeframe.valueOf(row.getString("timeframe")),
        version(row.getString("champion")),
        version(row.getString("challenger")),
        row.getInt("challenger_percentage"),
        version(row.getString("previous")),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  static @Nullable ModelVersion version(@Nullable String name) {
    return name == null ? null : new ModelVersion(name);
  }

  static @Nullable String name(@Nullable ModelVersion version) {
    return version == null ? null : version.value();
  }
}
