package com.aicashevolution.api.marketdata.csv;

import com.aicashevolution.api.marketdata.CandleFormat;
import com.aicashevolution.api.marketdata.RawBar;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads rows by a layout. Immutable, thread-safe. */
final class CsvRow {

  /** Plain decimal numbers: no NaN, no infinity, no hexadecimal, no trailing letters. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,15}(\\.\\d{0,17})?([eE][+-]?\\d{1,2})?");

  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
  private static final RawBar.Spread NO_SPREAD = new RawBar.Spread.Unknown();

  private final CsvLayout layout;
  private final int[] cellOf = new int[Column.values().length];

  CsvRow(CsvLayout layout) {
    this.layout = layout;
    Arrays.fill(cellOf, -1);
    for (int cell = 0; cell < layout.columns().size(); cell++) {
      cellOf[layout.columns().get(cell).ordinal()] = cell;
    }
  }

  RawBar read(CsvRecord row) throws BadRowException {
    int columns = layout.columns().size();
    if (row.getFieldCount() != columns) {
      throw new BadRowException(
          "row", "has %d columns instead of %d".formatted(row.getFieldCount(), columns));
    }
    return has(Column.ASK_OPEN) ? bidAndAsk(row) : oneSide(row);
  }

  private RawBar oneSide(CsvRecord row) throws BadRowException {
    return new RawBar(
        row.getStartingLineNumber(),
        time(row),
        number(row, Column.OPEN),
        number(row, Column.HIGH),
        number(row, Column.LOW),
        number(row, Column.CLOSE),
        volume(row),
        spread(row),
        isComplete(row));
  }

  private RawBar bidAndAsk(CsvRecord row) throws BadRowException {
    double bidClose = number(row, Column.CLOSE);
    double askClose = number(row, Column.ASK_CLOSE);
    return new RawBar(
        row.getStartingLineNumber(),
        time(row),
        mid(number(row, Column.OPEN), number(row, Column.ASK_OPEN)),
        mid(number(row, Column.HIGH), number(row, Column.ASK_HIGH)),
        mid(number(row, Column.LOW), number(row, Column.ASK_LOW)),
        mid(bidClose, askClose),
        volume(row),
        new RawBar.Spread.PriceUnits(askClose - bidClose),
        isComplete(row));
  }

  private static double mid(double bid, double ask) {
    return (bid + ask) / 2;
  }

  private double volume(CsvRecord row) throws BadRowException {
    return has(Column.VOLUME) ? number(row, Column.VOLUME) : 0;
  }

  private RawBar.Spread spread(CsvRecord row) throws BadRowException {
    if (has(Column.SPREAD_POINTS)) {
      return new RawBar.Spread.Points(number(row, Column.SPREAD_POINTS));
    }
    return has(Column.SPREAD)
        ? new RawBar.Spread.PriceUnits(number(row, Column.SPREAD))
        : NO_SPREAD;
  }

  private boolean isComplete(CsvRecord row) throws BadRowException {
    if (!has(Column.COMPLETE)) {
      return true;
    }
    String text = cell(row, Column.COMPLETE).toLowerCase(Locale.ROOT);
    return switch (text) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default ->
          throw new BadRowException(
              Column.COMPLETE.label(), "'" + text + "' is neither true nor false");
    };
  }

  private RawBar.Time time(CsvRecord row) throws BadRowException {
    if (has(Column.MILLIS_OF_DAY)) {
      return timeOfDay(row, layout.day().orElseThrow());
    }
    String text = cell(row, Column.TIME);
    if (has(Column.TIME_OF_DAY)) {
      text = text + " " + cell(row, Column.TIME_OF_DAY);
    }
    try {
      return onItsClock(layout.notation().read(text));
    } catch (DateTimeException | NumberFormatException e) {
      throw new BadRowException(Column.TIME.label(), quoted(text) + " is no time");
    }
  }

  /** MetaTrader counts seconds as its server's clock shows them, as though that were UTC. */
  private RawBar.Time onItsClock(RawBar.Time time) {
    boolean isServerTime =
        layout.format() == CandleFormat.MT5_PYTHON && layout.notation() == TimeNotation.EPOCH;
    return isServerTime && time instanceof RawBar.Time.Exact(Instant shown)
        ? new RawBar.Time.Local(LocalDateTime.ofInstant(shown, ZoneOffset.UTC))
        : time;
  }

  private RawBar.Time timeOfDay(CsvRecord row, LocalDate day) throws BadRowException {
    double millis = number(row, Column.MILLIS_OF_DAY);
    if (!(millis >= 0 && millis < DAY_MILLIS)) {
      throw new BadRowException(Column.TIME.label(), millis + " is not within a day");
    }
    long nanos = Duration.ofMillis((long) millis).toNanos();
    return new RawBar.Time.Local(day.atStartOfDay().plusNanos(nanos));
  }

  private double number(CsvRecord row, Column column) throws BadRowException {
    String text = cell(row, column);
    if (!NUMBER.matcher(text).matches()) {
      throw new BadRowException(
          column.label(), text.isEmpty() ? "is empty" : quoted(text) + " is no number");
    }
    return Double.parseDouble(text);
  }

  /** The text for a message, cut where somebody sent a novel. */
  private static String quoted(String text) {
    return "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
  }

  private String cell(CsvRecord row, Column column) {
    return row.getField(cellOf[column.ordinal()]).strip();
  }

  private boolean has(Column column) {
    return cellOf[column.ordinal()] >= 0;
  }
}
