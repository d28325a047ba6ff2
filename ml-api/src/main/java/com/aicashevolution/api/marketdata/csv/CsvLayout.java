package com.aicashevolution.api.marketdata.csv;

import com.aicashevolution.api.marketdata.CandleFormat;
import com.aicashevolution.api.marketdata.QuoteSide;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How the rows of a file are written.
 *
 * @param columns what each cell holds, from the left
 * @param side which side is quoted, where name or columns say so
 * @param day in the file's name; only where rows count from midnight
 */
record CsvLayout(
    CandleFormat format,
    List<Column> columns,
    TimeNotation notation,
    Optional<QuoteSide> side,
    Optional<LocalDate> day) {

  CsvLayout {
    columns = List.copyOf(columns);
  }

  static CsvLayout of(CandleFormat format, TimeNotation notation, Column... columns) {
    return new CsvLayout(format, List.of(columns), notation, Optional.empty(), Optional.empty());
  }

  CsvLayout quoting(Optional<QuoteSide> quoted) {
    return new CsvLayout(format, columns, notation, quoted, day);
  }

  CsvLayout on(LocalDate date) {
    return new CsvLayout(format, columns, notation, side, Optional.of(date));
  }
}
