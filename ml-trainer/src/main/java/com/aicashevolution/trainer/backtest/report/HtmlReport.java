package com.aicashevolution.trainer.backtest.report;

import com.aicashevolution.evaluation.TradingMetrics;
import com.aicashevolution.trade.Costs.SpreadCharge;
import com.aicashevolution.trade.TradeRules;
import com.aicashevolution.trainer.backtest.BacktestResult;
import com.aicashevolution.trainer.backtest.BacktestSummary;
import com.aicashevolution.trainer.backtest.BacktestSummary.Setting;
import com.aicashevolution.trainer.backtest.EquityCurve;
import com.aicashevolution.trainer.backtest.Phase;
import com.aicashevolution.trainer.backtest.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A backtest as one page that needs nothing but a browser, in light and in dark. */
final class HtmlReport {

  private final BacktestSummary summary;
  private final Setting setting;
  private final BacktestResult result;

  HtmlReport(BacktestResult result) {
    this.result = result;
    this.summary = result.summary();
    this.setting = summary.setting();
  }

  String page() {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        <h1>Backtest of %s%s</h1>
        <p class="subtitle">%s</p>
        %s%s%s%s%s%s%s</body>
        </html>
        """
        .formatted(
            Html.escaped("Backtest of " + setting.modelVersion()),
            PageStyle.CSS,
            Html.escaped(setting.modelVersion().value()),
            setting.simulated() ? " <span class=\"badge\">SIMULATED MARKET</span>" : "",
            Html.escaped(subtitle()),
            warnings(),
            figures(),
            charts(),
            symbols(),
            months(),
            refits(),
            rules());
  }

  private String subtitle() {
    return "%s · line %s · %s · %d symbols · %s to %s · %s"
        .formatted(
            setting.backtestId(),
            setting.line(),
            setting.timeframe(),
            setting.symbols().size(),
            day(setting.from().toString()),
            day(setting.to().toString()),
            setting.retrainEveryDays() == null
                ? "published weights"
                : "fitted anew every " + setting.retrainEveryDays() + " days");
  }

  private static String day(String instant) {
    return instant.substring(0, 10);
  }

  private String warnings() {
    if (summary.warnings().isEmpty()) {
      return "";
    }
    return summary.warnings().stream()
        .map(warning -> "<li>" + Html.escaped(warning) + "</li>\n")
        .collect(Collectors.joining("", "<ul class=\"warnings\">\n", "</ul>\n"));
  }

  private String figures() {
    List<Section> columns = new ArrayList<>(summary.phases());
    if (columns.size() > 1) {
      columns.add(summary.whole());
    }
    List<String> headings = new ArrayList<>(List.of(""));
    columns.forEach(section -> headings.add(name(section)));
    List<List<String>> rows = new ArrayList<>();
    row(rows, columns, "from", s -> day(s.from().toString()));
    row(rows, columns, "to", s -> day(s.to().toString()));
    row(rows, columns, "return", s -> Html.percent(s.account().returnPercent()));
    row(rows, columns, "buy and hold", s -> Html.percent(s.held().returnPercent()));
    row(rows, columns, "largest drawdown", s -> Html.percent(s.account().maxDrawdownPercent()));
    row(rows, columns, "of buy and hold", s -> Html.percent(s.held().maxDrawdownPercent()));
    row(rows, columns, "trades", s -> Html.number(positions(s).trades(), 0));
    row(rows, columns, "win rate", s -> Html.percent(100 * positions(s).winRate()));
    row(rows, columns, "profit factor", s -> factor(positions(s).profitFactor()));
    row(
        rows,
        columns,
        "expectancy",
        s ->
            "%s ATR, %s"
                .formatted(
                    Html.number(positions(s).expectancyAtr(), 3),
                    Html.number(s.trades().expectancyPercent(), 3) + " %"));
    row(
        rows,
        columns,
        "target / stop / horizon",
        s ->
            "%d / %d / %d"
                .formatted(s.trades().targets(), s.trades().stops(), s.trades().horizons()));
    row(rows, columns, "bars held", s -> Html.number(s.trades().meanBarsHeld(), 1));
    row(
        rows,
        columns,
        "Sharpe a day (a year)",
        s ->
            "%s (%s)"
                .formatted(
                    Html.number(s.account().sharpePerDay(), 3),
                    Html.number(s.account().sharpeAnnual(), 2)));
    row(rows, columns, "Sortino a day", s -> factor(s.account().sortinoPerDay()));
    row(
        rows,
        columns,
        "confidence that Sharpe > 0",
        s -> Html.percent(100 * s.account().probabilisticSharpe()));
    row(
        rows,
        columns,
        "deflated by " + summary.whole().account().trials() + " trials",
        s -> Html.percent(100 * s.account().deflatedSharpe()));
    row(
        rows,
        columns,
        "days (needed for 95 %)",
        s ->
            "%d (%s)"
                .formatted(
                    s.account().days(),
                    s.account().minimumTrackRecordDays() == null
                        ? "never"
                        : Html.number(s.account().minimumTrackRecordDays(), 0)));
    row(rows, columns, "time in the market", s -> Html.percent(100 * s.account().exposure()));
    row(rows, columns, "open trades, mean", s -> Html.number(s.account().meanOpenTrades(), 2));
    return "<h2>Figures</h2>\n" + Html.table(headings, rows);
  }

  private static TradingMetrics positions(Section section) {
    return section.trades().positions();
  }

  private static String name(Section section) {
    Phase phase = section.phase();
    return phase == null ? "together" : phase.wireName().replace('_', ' ');
  }

  private static void row(
      List<List<String>> rows, List<Section> columns, String name, Function<Section, String> cell) {
    List<String> row = new ArrayList<>(List.of(name));
    columns.forEach(section -> row.add(cell.apply(section)));
    rows.add(row);
  }

  private static String factor(double value) {
    return Math.abs(value) >= TradingMetrics.LARGEST_PROFIT_FACTOR
        ? "no loss"
        : Html.number(value, 3);
  }

  private String charts() {
    EquityCurve curve = result.curve();
    double[] below = curve.drawdownPercent();
    for (int i = 0; i < below.length; i++) {
      below[i] = -below[i];
    }
    return """
        <h2>Account</h2>
        <p class="legend"><span class="key equity-key"></span>signals
        <span class="key held-key"></span>buy and hold, percent of the starting capital</p>
        %s<h2>Drawdown</h2>
        %s"""
        .formatted(
            new SvgChart(curve, result.seen(), 340)
                .line("held", curve.heldPercent())
                .line("equity", curve.percent())
                .svg("Worth of the account over time, beside buy and hold"),
            new SvgChart(curve, result.seen(), 180)
                .line("drawdown", below)
                .svg("How far the account was below its highest worth"));
  }

  private String symbols() {
    List<List<String>> rows =
        summary.symbols().stream()
            .map(
                each ->
                    List.of(
                        each.symbol().code(),
                        Html.number(each.trades(), 0),
                        each.trades() == 0 ? "" : Html.percent(100 * each.winRate()),
                        each.trades() == 0 ? "" : factor(each.profitFactor()),
                        each.trades() == 0 ? "" : Html.number(each.expectancyAtr(), 3),
                        Html.percent(each.returnPercent()),
                        Html.percent(each.heldPercent())))
            .toList();
    return "<h2>Symbols</h2>\n"
        + Html.table(
            List.of(
                "symbol",
                "trades",
                "win rate",
                "profit factor",
                "expectancy, ATR",
                "return",
                "buy and hold"),
            rows);
  }

  private String months() {
    List<List<String>> rows =
        summary.months().stream()
            .map(
                each ->
                    List.of(
                        each.month(),
                        Html.number(each.trades(), 0),
                        Html.percent(each.returnPercent())))
            .toList();
    return "<h2>Months</h2>\n" + Html.table(List.of("month", "trades ended", "return"), rows);
  }

  private String refits() {
    if (summary.refits().isEmpty()) {
      return "";
    }
    List<List<String>> rows =
        summary.refits().stream()
            .map(
                each ->
                    List.of(
                        each.knownUntil().toString(),
                        Html.number(each.trainSamples(), 0),
                        Html.number(each.validationSamples(), 0),
                        Html.number(each.bestEpoch(), 0),
                        Html.number(each.temperature(), 3),
                        Html.percent(100 * each.validationAccuracy())))
            .toList();
    return "<h2>Fits</h2>\n"
        + Html.table(
            List.of(
                "known until",
                "fitted on",
                "validated on",
                "best epoch",
                "temperature",
                "accuracy"),
            rows);
  }

  private String rules() {
    TradeRules rules = setting.rules();
    Map<String, Integer> declined = new TreeMap<>();
    summary.declined().forEach((limit, count) -> declined.put(limit.wireName(), count));
    List<List<String>> rows =
        List.of(
            List.of("entry", "at the open of the bar after the signal"),
            List.of(
                "exit",
                "stop %s ATR, target %s ATR, close after %d bars; both in one bar is a stop, a gap through a stop fills at the open"
                    .formatted(
                        rules.exits().stopAtr(),
                        rules.exits().targetAtr(),
                        rules.exits().horizonBars())),
            List.of(
                "costs",
                "%s × the spread of %s, slippage %s ATR on every fill at the market"
                    .formatted(
                        rules.costs().spreadFactor(),
                        rules.costs().spread() == SpreadCharge.EACH_FILL
                            ? "each fill's own bar"
                            : "the entry bar",
                        rules.costs().slippageAtr())),
            List.of(
                "signals",
                "confidence from %s %%, AVOID never; indicator weights %s, factor %s"
                    .formatted(
                        rules.minConfidencePercent(),
                        setting.weightsVersion(),
                        Html.number(setting.weightFactor(), 4))),
            List.of(
                "size",
                "%s %% of the starting capital at the stop, times the signal's multiplier; never compounded"
                    .formatted(setting.riskPercent())),
            List.of(
                "limits",
                "%d open a symbol, %d a currency, %d in all; declined %s"
                    .formatted(
                        rules.limits().perSymbol(),
                        rules.limits().perCurrency(),
                        rules.limits().total(),
                        declined.isEmpty() ? "nothing" : declined)),
            List.of(
                "played",
                "%,d bars; %d trades open at the end count in the account only"
                    .formatted(summary.bars(), summary.openAtEnd())),
            List.of("candles", "SHA-256 " + summary.dataHash()));
    return "<h2>How it was played</h2>\n"
        + Html.table(List.of("", ""), rows).replace("<table>", "<table class=\"prose\">");
  }
}
