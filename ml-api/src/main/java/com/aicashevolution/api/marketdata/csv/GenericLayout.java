package com.aicashevolution.api.marketdata.csv;

import com.aicashevolution.api.marketdata.CandleFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Any table whose header names time, open, high, low and close; volume and spread where there are
 * such columns, other columns ignored.
 */
final class GenericLayout {

  private static final Map<String, Column> NAMES =
      Map.ofEntries(
          Map.entry("open", Column.OPEN),
          Map.entry("o", Column.OPEN),
          Map.entry("high", Column.HIGH),
          Map.entry("h", Column.HIGH),
          Map.entry("low", Column.LOW),
          Map.entry("l", Column.LOW),
          Map.entry("close", Column.CLOSE),
          Map.entry("c", Column.CLOSE),
          Map.entry("volume", Column.VOLUME),
          Map.entry("vol", Column.VOLUME),
          Map.entry("v", Column.VOLUME),
          Map.entry("tick_volume", Column.VOLUME),
          Map.entry("tickvol", Column.VOLUME),
          Map.entry("spread", Column.SPREAD),
          Map.entry("spread_points", Column.SPREAD_POINTS),
          Map.entry("complete", Column.COMPLETE));

  private static final List<String> TIMES =
      List.of(
          "time",
          "date",
          "datetime",
          "date_time",
          "timestamp",
          "open_time",
          "gmt time",
          "local time",
          "utc",
          "t");

  private static final List<Column> NEEDED =
      List.of(Column.TIME, Column.OPEN, Column.HIGH, Column.LOW, Column.CLOSE);

  private GenericLayout() {}

  static Optional<CsvLayout> of(FileHead head) {
    List<Column> columns = new ArrayList<>();
    for (String name : head.header()) {
      Column column = columnOf(name, columns);
      // a second volume or spread column is somebody's own
      columns.add(columns.contains(column) ? Column.IGNORED : column);
    }
    if (!columns.containsAll(NEEDED)) {
      return Optional.empty();
    }
    String time = head.cell(columns.indexOf(Column.TIME));
    int timeOfDay = columns.indexOf(Column.TIME_OF_DAY);
    return TimeNotation.of(timeOfDay < 0 ? time : time + " " + head.cell(timeOfDay))
        .map(
            notation ->
                CsvLayout.of(CandleFormat.GENERIC, notation, columns.toArray(Column[]::new)));
  }

  private static Column columnOf(String name, List<Column> before) {
    if (TIMES.contains(name)) {
      return before.contains(Column.TIME) && name.equals("time") ? Column.TIME_OF_DAY : Column.TIME;
    }
    return NAMES.getOrDefault(name, Column.IGNORED);
  }
}
