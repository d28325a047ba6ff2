package com.aicashevolution.trainer.weights;

import com.aicashevolution.market.Symbol;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trader's closed trades as text, a header and a row each, separated by commas, semicolons or
 * tabs:
 *
 * <pre>
 * symbol, entry_time, direction, result [, exit_time]
 * EURUSD, 2026-03-02T10:15:00Z, BUY, -0.8
 * </pre>
 *
 * <p>Times are ISO-8601, or {@code 2026-03-02 10:15[:00]} in UTC. The result is net of costs, in
 * any unit that is the same for all rows (multiples of the risk are best). Other columns are passed
 * over. A file with one bad row is refused as a whole: half a history is another history.
 */
final class TradeFile {

  /** More would not fit a request. */
  static final int MOST_ROWS = 20_000;

  private static final int MOST_ERRORS = 25;
  private static final DateTimeFormatter PLAIN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]", Locale.ROOT);
  private static final List<String> REQUIRED =
      List.of("symbol", "entry_time", "direction", "result");

  private TradeFile() {}

  /**
   * A trade.
   *
   * @param line number in the file, the header being 1
   * @param exit null where the file does not say
   */
  record Row(int line, Symbol symbol, Instant entry, @Nullable Instant exit, double result) {}

  /**
   * A row that cannot be used.
   *
   * @param line number in the file, the header being 1
   */
  record RowError(int line, String message) {}

  /** What was in the text. */
  sealed interface Reading {

    record Rows(List<Row> rows) implements Reading {}

    record Bad(List<RowError> errors) implements Reading {}
  }

  static Reading read(String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || lines.getFirst().isBlank()) {
      return bad(1, "must be a header with the columns " + String.join(", ", REQUIRED));
    }
    String header = lines.getFirst().replace("\uFEFF", "");
    String separator = header.contains("\t") ? "\t" : header.contains(";") ? ";" : ",";
    Map<String, Integer> columns = columns(header, separator);
    List<String> missing = REQUIRED.stream().filter(name -> !columns.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      return bad(1, "must have the columns " + String.join(", ", missing) + " as well");
    }
    if (lines.size() - 1 > MOST_ROWS) {
      return bad(MOST_ROWS + 2, "there may be at most " + MOST_ROWS + " trades");
    }
    List<Row> rows = new ArrayList<>();
    List<RowError> errors = new ArrayList<>();
    for (int i = 1; i < lines.size() && errors.size() < MOST_ERRORS; i++) {
      if (!lines.get(i).isBlank()) {
        try {
          rows.add(new Cells(columns, cells(lines.get(i), separator)).row(i + 1));
        } catch (IllegalArgumentException | DateTimeException wrong) {
          errors.add(new RowError(i + 1, String.valueOf(wrong.getMessage())));
        }
      }
    }
    return errors.isEmpty() ? new Reading.Rows(rows) : new Reading.Bad(errors);
  }

  private static Reading bad(int line, String message) {
    return new Reading.Bad(List.of(new RowError(line, message)));
  }

  private static Map<String, Integer> columns(String header, String separator) {
    Map<String, Integer> columns = new HashMap<>();
    List<String> names = cells(header, separator);
    for (int i = 0; i < names.size(); i++) {
      columns.putIfAbsent(names.get(i).toLowerCase(Locale.ROOT).replace(' ', '_'), i);
    }
    return columns;
  }

  private static List<String> cells(String line, String separator) {
    return Arrays.stream(line.split(separator, -1))
        .map(cell -> cell.strip().replaceAll("^\"(.*)\"$", "$1"))
        .toList();
  }

  /** The cells of a row by the name of their column. */
  private record Cells(Map<String, Integer> columns, List<String> cells) {

    Row row(int line) {
      Instant entry = time("entry_time", cell("entry_time"));
      Instant exit =
          columns.containsKey("exit_time") && !cell("exit_time").isEmpty()
              ? time("exit_time", cell("exit_time"))
              : null;
      if (exit != null && exit.isBefore(entry)) {
        throw new IllegalArgumentException("exit_time must not be before entry_time, was " + exit);
      }
      requireSide(cell("direction"));
      return new Row(line, Symbol.of(cell("symbol")), entry, exit, result(cell("result")));
    }

    private String cell(String column) {
      int at = columns.getOrDefault(column, Integer.MAX_VALUE);
      if (at >= cells.size()) {
        throw new IllegalArgumentException(
            column + " is missing: the row has " + cells.size() + " cells");
      }
      return cells.get(at);
    }

    private static void requireSide(String text) {
      if (!List.of("BUY", "SELL", "LONG", "SHORT").contains(text.toUpperCase(Locale.ROOT))) {
        throw new IllegalArgumentException(
            "direction must be BUY or SELL (or long, short), was '" + text + "'");
      }
    }

    private static double result(String text) {
      try {
        double result = Double.parseDouble(text);
        if (Double.isFinite(result)) {
          return result;
        }
      } catch (NumberFormatException named) {
        // said below, with its column
      }
      throw new IllegalArgumentException("result must be a finite number, was '" + text + "'");
    }

    private static Instant time(String column, String text) {
      try {
        return text.length() > 10 && text.charAt(10) == ' '
            ? LocalDateTime.parse(text, PLAIN).toInstant(ZoneOffset.UTC)
            : Instant.parse(text);
      } catch (DateTimeException unreadable) {
        throw new IllegalArgumentException(
            column + " must be like 2026-03-02T10:15:00Z or 2026-03-02 10:15, was '" + text + "'",
            unreadable);
      }
    }
  }
}
