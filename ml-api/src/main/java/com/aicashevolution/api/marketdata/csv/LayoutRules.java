package com.aicashevolution.api.marketdata.csv;

import static com.aicashevolution.api.marketdata.csv.Column.CLOSE;
import static com.aicashevolution.api.marketdata.csv.Column.COMPLETE;
import static com.aicashevolution.api.marketdata.csv.Column.HIGH;
import static com.aicashevolution.api.marketdata.csv.Column.IGNORED;
import static com.aicashevolution.api.marketdata.csv.Column.LOW;
import static com.aicashevolution.api.marketdata.csv.Column.OPEN;
import static com.aicashevolution.api.marketdata.csv.Column.SPREAD_POINTS;
import static com.aicashevolution.api.marketdata.csv.Column.TIME;
import static com.aicashevolution.api.marketdata.csv.Column.TIME_OF_DAY;
import static com.aicashevolution.api.marketdata.csv.Column.VOLUME;

import com.aicashevolution.api.marketdata.CandleFormat;
import com.aicashevolution.api.marketdata.QuoteSide;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Recognizes each format by the beginning of a file. */
final class LayoutRules {

  private static final List<String> DUKASCOPY_TIMES =
      List.of("gmt time", "local time", "utc", "time", "date");

  private LayoutRules() {}

  /** The layout of {@code head} if it can be {@code format}. */
  static Optional<CsvLayout> layout(CandleFormat format, FileHead head) {
    return switch (format) {
      case MT5 -> mt5(head);
      case MT4 -> metaTrader(format, head);
      case MT5_PYTHON -> mt5Python(head);
      case HISTDATA_ASCII -> histDataAscii(head);
      case HISTDATA_MT -> head.hasHeader() ? Optional.empty() : metaTrader(format, head);
      case DUKASCOPY -> dukascopy(head);
      case OANDA_FLAT -> oandaFlat(head);
      case LEAN -> LeanLayout.of(head);
      case GENERIC -> GenericLayout.of(head);
    };
  }

  private static Optional<CsvLayout> mt5(FileHead head) {
    if (!head.hasColumns("date", "open", "high", "low", "close", "tickvol")) {
      return Optional.empty();
    }
    List<Column> columns =
        head.header().stream()
            .map(
                name ->
                    switch (name) {
                      case "date" -> TIME;
                      case "time" -> TIME_OF_DAY;
                      case "open" -> OPEN;
                      case "high" -> HIGH;
                      case "low" -> LOW;
                      case "close" -> CLOSE;
                      case "tickvol" -> VOLUME;
                      case "spread" -> SPREAD_POINTS;
                      default -> IGNORED;
                    })
            .toList();
    return Optional.of(
        CsvLayout.of(CandleFormat.MT5, TimeNotation.DOTTED, columns.toArray(Column[]::new)));
  }

  private static Optional<CsvLayout> mt5Python(FileHead head) {
    if (!head.header()
        .equals(
            List.of(
                "time", "open", "high", "low", "close", "tick_volume", "spread", "real_volume"))) {
      return Optional.empty();
    }
    return TimeNotation.of(head.cell(0))
        .map(
            notation ->
                CsvLayout.of(
                    CandleFormat.MT5_PYTHON,
                    notation,
                    TIME,
                    OPEN,
                    HIGH,
                    LOW,
                    CLOSE,
                    VOLUME,
                    SPREAD_POINTS,
                    IGNORED));
  }

  /** {@code 2017.02.01,21:00,1.07353,…}: MetaTrader 4 itself, and HistData in its manner. */
  private static Optional<CsvLayout> metaTrader(CandleFormat format, FileHead head) {
    boolean fits =
        head.width() == 7
            && head.cell(0).matches("\\d{4}\\.\\d{2}\\.\\d{2}")
            && head.cell(1).matches("\\d{2}:\\d{2}");
    boolean headerFits =
        !head.hasHeader() || head.hasColumns("date", "time", "open", "high", "low", "close");
    return when(
        fits && headerFits,
        CsvLayout.of(
            format, TimeNotation.DOTTED, TIME, TIME_OF_DAY, OPEN, HIGH, LOW, CLOSE, VOLUME));
  }

  private static Optional<CsvLayout> histDataAscii(FileHead head) {
    return when(
        !head.hasHeader() && head.width() == 6 && TimeNotation.COMPACT_SECONDS.fits(head.cell(0)),
        CsvLayout.of(
            CandleFormat.HISTDATA_ASCII,
            TimeNotation.COMPACT_SECONDS,
            TIME,
            OPEN,
            HIGH,
            LOW,
            CLOSE,
            VOLUME));
  }

  private static Optional<CsvLayout> dukascopy(FileHead head) {
    return when(
            head.hasHeader()
                && DUKASCOPY_TIMES.contains(head.header().getFirst())
                && head.width() == 6
                && TimeNotation.DOTTED_DAY_FIRST.fits(head.cell(0)),
            CsvLayout.of(
                CandleFormat.DUKASCOPY,
                TimeNotation.DOTTED_DAY_FIRST,
                TIME,
                OPEN,
                HIGH,
                LOW,
                CLOSE,
                VOLUME))
        .map(layout -> layout.quoting(sideIn(head.name())));
  }

  /** One file holds one side, and its name says which. */
  private static Optional<QuoteSide> sideIn(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.contains("ASK") == upper.contains("BID")) {
      return Optional.empty();
    }
    return Optional.of(upper.contains("ASK") ? QuoteSide.ASK : QuoteSide.BID);
  }

  private static Optional<CsvLayout> oandaFlat(FileHead head) {
    return when(
        !head.hasHeader()
            && head.width() == 7
            && TimeNotation.ISO.fits(head.cell(0))
            && head.cell(1).matches("(?i)true|false"),
        CsvLayout.of(
            CandleFormat.OANDA_FLAT,
            TimeNotation.ISO,
            TIME,
            COMPLETE,
            OPEN,
            HIGH,
            LOW,
            CLOSE,
            VOLUME));
  }

  private static Optional<CsvLayout> when(boolean fits, CsvLayout layout) {
    return fits ? Optional.of(layout) : Optional.empty();
  }
}
