package com.aicashevolution.api.marketdata.csv;

import static com.aicashevolution.api.marketdata.csv.Column.ASK_CLOSE;
import static com.aicashevolution.api.marketdata.csv.Column.ASK_HIGH;
import static com.aicashevolution.api.marketdata.csv.Column.ASK_LOW;
import static com.aicashevolution.api.marketdata.csv.Column.ASK_OPEN;
import static com.aicashevolution.api.marketdata.csv.Column.CLOSE;
import static com.aicashevolution.api.marketdata.csv.Column.HIGH;
import static com.aicashevolution.api.marketdata.csv.Column.IGNORED;
import static com.aicashevolution.api.marketdata.csv.Column.LOW;
import static com.aicashevolution.api.marketdata.csv.Column.MILLIS_OF_DAY;
import static com.aicashevolution.api.marketdata.csv.Column.OPEN;
import static com.aicashevolution.api.marketdata.csv.Column.TIME;

import com.aicashevolution.api.marketdata.CandleFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * QuantConnect Lean: bid open, high, low, close, size, then the same of the ask. Hours and days
 * carry their date; minutes and seconds count from midnight of the day in the file's name.
 */
final class LeanLayout {

  private static final int WIDTH = 11;
  private static final Pattern DAY_IN_NAME = Pattern.compile("(?<!\\d)(\\d{8})(?!\\d)");

  private LeanLayout() {}

  static Optional<CsvLayout> of(FileHead head) {
    if (head.hasHeader() || head.width() != WIDTH) {
      return Optional.empty();
    }
    if (TimeNotation.COMPACT_MINUTES.fits(head.cell(0))) {
      return Optional.of(layout(TIME));
    }
    return head.cell(0).matches("\\d{1,8}")
        ? dayIn(head.name()).map(day -> layout(MILLIS_OF_DAY).on(day))
        : Optional.empty();
  }

  private static Optional<LocalDate> dayIn(String name) {
    Matcher matcher = DAY_IN_NAME.matcher(name);
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(matcher.group(1), DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static CsvLayout layout(Column time) {
    return CsvLayout.of(
        CandleFormat.LEAN,
        TimeNotation.COMPACT_MINUTES,
        time,
        OPEN,
        HIGH,
        LOW,
        CLOSE,
        IGNORED,
        ASK_OPEN,
        ASK_HIGH,
        ASK_LOW,
        ASK_CLOSE,
        IGNORED);
  }
}
