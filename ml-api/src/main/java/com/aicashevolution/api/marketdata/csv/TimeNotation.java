package com.aicashevolution.api.marketdata.csv;

import com.aicashevolution.api.marketdata.RawBar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ways in which files write when a bar opens; a date alone means midnight. */
enum TimeNotation {
  /** {@code 2017.02.01 21:00}, seconds optional. */
  DOTTED("\\d{4}\\.\\d{2}\\.\\d{2}( .*)?", "uuuu.MM.dd[ HH:mm[:ss]]"),
  /** {@code 2012-11-16 05:00:00} or {@code 2019-03-01T00:00:00}, offset optional. */
  ISO(
      "\\d{4}-\\d{2}-\\d{2}([ T].*)?",
      "uuuu-MM-dd[['T'][ ]HH:mm[:ss[.SSSSSSSSS][.SSSSSS][.SSS]][ ][XXX][XX][X]]"),
  /** {@code 01.01.2017 22:00:00.000}, {@code GMT+0700} optional. */
  DOTTED_DAY_FIRST("\\d{2}\\.\\d{2}\\.\\d{4}( .*)?", "dd.MM.uuuu[ HH:mm[:ss[.SSS]][ 'GMT'xx]]"),
  /** {@code 20120201 000000}. */
  COMPACT_SECONDS("\\d{8} \\d{6}", "uuuuMMdd HHmmss"),
  /** {@code 20070101 21:00}. */
  COMPACT_MINUTES("\\d{8} \\d{2}:\\d{2}", "uuuuMMdd HH:mm"),
  /** Seconds or milliseconds since 1970. */
  EPOCH("\\d{9,13}(\\.0)?", "") {
    @Override
    RawBar.Time read(String text) {
      long value =
          Long.parseLong(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
      return new RawBar.Time.Exact(
          value < 100_000_000_000L ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value));
    }
  };

  private final Pattern shape;
  private final DateTimeFormatter formatter;

  TimeNotation(String shape, String pattern) {
    this.shape = Pattern.compile(shape);
    this.formatter =
        DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  }

  boolean fits(String text) {
    return shape.matcher(text.strip()).matches();
  }

  /** The notation {@code text} has; empty where it is none of these. */
  static Optional<TimeNotation> of(String text) {
    return Arrays.stream(values()).filter(notation -> notation.fits(text)).findFirst();
  }

  /**
   * When the bar opens.
   *
   * @throws DateTimeException if {@code text} is not written so, or names no date
   */
  RawBar.Time read(String text) {
    // not parseBest: for each choice that does not fit it makes an exception, and files are long
    TemporalAccessor parsed = formatter.parse(text);
    if (parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
      return new RawBar.Time.Exact(OffsetDateTime.from(parsed).toInstant());
    }
    return new RawBar.Time.Local(
        parsed.isSupported(ChronoField.HOUR_OF_DAY)
            ? LocalDateTime.from(parsed)
            : LocalDate.from(parsed).atStartOfDay());
  }
}
