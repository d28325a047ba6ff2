package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.terminal.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A backtest's figures in lines: what must be known first, then a column for each phase. */
final class BacktestLines {
  private final JsonNode result;

  BacktestLines(JsonNode result) {
    this.result = result;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    result.path("warnings").forEach(warning -> lines.add("  ! " + warning.asText()));
    lines.add(table());
    return lines;
  }

  /**
   * How fast it went, from the first candle read to the last file written.
   *
   * @param job the backtest with its times and its result
   */
  static String speed(JsonNode job) {
    long bars = job.at("/result/bars").asLong();
    double seconds =
        Duration.between(
                    Instant.parse(job.path("started_at").asText()),
                    Instant.parse(job.path("finished_at").asText()))
                .toMillis()
            / 1e3;
    return String.format(
        Locale.ROOT,
        "  played %,d bars of %d symbols in %.1f s, %,.0f bars/s",
        bars,
        job.at("/result/symbols").size(),
        seconds,
        bars / Math.max(seconds, 1e-3));
  }

  private String table() {
    List<JsonNode> columns = new ArrayList<>();
    result.path("phases").forEach(columns::add);
    if (columns.size() > 1) {
      columns.add(result.path("whole"));
    }
    List<String> headings = new ArrayList<>(List.of(""));
    for (JsonNode column : columns) {
      String phase = column.path("phase").asText("together");
      headings.add(
          phase.equals("null") ? "together" : phase.toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    Table table = new Table(headings.toArray(String[]::new));
    row(table, "from", columns, c -> day(c.path("from")));
    row(table, "to", columns, c -> day(c.path("to")));
    row(table, "return", columns, c -> percent(c.at("/account/return_percent")));
    row(table, "buy and hold", columns, c -> percent(c.at("/held/return_percent")));
    row(table, "largest drawdown", columns, c -> percent(c.at("/account/max_drawdown_percent")));
    row(table, "trades", columns, c -> c.at("/trades/positions/trades").asText());
    row(
        table,
        "win rate",
        columns,
        c -> figure(100 * c.at("/trades/positions/win_rate").asDouble(), 2) + " %");
    row(table, "profit factor", columns, c -> factor(c.at("/trades/positions/profit_factor")));
    row(
        table,
        "expectancy",
        columns,
        c -> figure(c.at("/trades/positions/expectancy_atr").asDouble(), 3) + " ATR");
    row(table, "Sharpe a day", columns, c -> figure(c.at("/account/sharpe_per_day").asDouble(), 3));
    row(table, "Sortino a day", columns, c -> factor(c.at("/account/sortino_per_day")));
    row(
        table,
        "Sharpe > 0",
        columns,
        c -> figure(100 * c.at("/account/probabilistic_sharpe").asDouble(), 2) + " %");
    row(
        table,
        "deflated, %s trials".formatted(result.at("/whole/account/trials").asText()),
        columns,
        c -> figure(100 * c.at("/account/deflated_sharpe").asDouble(), 2) + " %");
    row(
        table,
        "time in market",
        columns,
        c -> figure(100 * c.at("/account/exposure").asDouble(), 2) + " %");
    return table.toString();
  }

  private static void row(
      Table table, String name, List<JsonNode> columns, Function<JsonNode, String> cell) {
    List<String> row = new ArrayList<>(List.of(name));
    columns.forEach(column -> row.add(cell.apply(column)));
    table.row(row.toArray(String[]::new));
  }

  private static String percent(JsonNode value) {
    return String.format(Locale.ROOT, "%+.2f %%", value.asDouble());
  }

  /** Without a loss there is no factor. */
  private static String factor(JsonNode value) {
    return Math.abs(value.asDouble()) >= 1e6 ? "no loss" : figure(value.asDouble(), 3);
  }

  private static String figure(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static String day(JsonNode instant) {
    String text = instant.asText();
    return text.length() < 10 ? text : text.substring(0, 10);
  }
}
