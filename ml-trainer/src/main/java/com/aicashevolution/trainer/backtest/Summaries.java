package com.aicashevolution.trainer.backtest;

import com.aicashevolution.evaluation.TradingMetrics;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.trade.Trade;
import com.aicashevolution.trainer.backtest.BacktestSummary.MonthFigures;
import com.aicashevolution.trainer.backtest.BacktestSummary.SymbolFigures;
import com.aicashevolution.trainer.backtest.Replay.Played;
import com.aicashevolution.trainer.dataset.DataHash;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Says in figures and sentences what a backtest came to. Immutable. */
final class Summaries {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("uuuu-MM").withZone(ZoneOffset.UTC);

  /** Below it a figure over trades is an anecdote. */
  private static final int FEW_TRADES = 30;

  private final BacktestPlan plan;
  private final boolean simulated;
  private final long trials;

  /**
   * Prepares the summary of {@code plan}.
   *
   * @param simulated whether model or candles come from a simulated market
   * @param trials fits of the line in the ledger
   */
  Summaries(BacktestPlan plan, boolean simulated, long trials) {
    this.plan = plan;
    this.simulated = simulated;
    this.trials = trials;
  }

  BacktestResult result(List<SymbolTape> tapes, Played played, List<Refit> refits) {
    Sections sections =
        new Sections(played.curve(), played.trades(), plan.sizing(), plan.rules().exits(), trials);
    List<Section> phases = sections.byPhase(plan.seen());
    BacktestSummary summary =
        new BacktestSummary(
            setting(),
            sections.whole(),
            phases,
            tapes.stream()
                .map(tape -> figures(tape, played.trades()))
                .sorted(Comparator.comparing(SymbolFigures::symbol))
                .toList(),
            months(played.trades()),
            played.declined(),
            played.openAtEnd(),
            played.bars(),
            refits,
            DataHash.of(tapes.stream().map(SymbolTape::series).toList()),
            warnings(phases));
    return new BacktestResult(summary, played.trades(), played.curve(), plan.seen());
  }

  private BacktestSummary.Setting setting() {
    ModelManifest manifest = plan.model().manifest();
    return new BacktestSummary.Setting(
        plan.backtestId(),
        manifest.version(),
        manifest.line(),
        manifest.timeframe(),
        simulated,
        plan.symbols(),
        plan.from(),
        plan.to(),
        plan.rules(),
        plan.sizing().riskPercent(),
        plan.weighing().weights().version(),
        plan.weighing().factor(),
        plan.retraining() == null ? null : plan.retraining().everyDays());
  }

  private SymbolFigures figures(SymbolTape tape, List<Trade> trades) {
    List<Trade> its =
        trades.stream().filter(t -> t.order().symbol().equals(tape.symbol())).toList();
    TradingMetrics metrics =
        TradingMetrics.of(
            its.stream().map(t -> t.order().side()).toList(),
            its.stream().mapToDouble(Trade::positionResultAtr).toArray());
    CandleSeries series = tape.series();
    int first = tape.firstBar();
    double paid = series.open(first) + series.spread(first);
    return new SymbolFigures(
        tape.symbol(),
        metrics.trades(),
        metrics.winRate(),
        metrics.profitFactor(),
        metrics.expectancyAtr(),
        its.stream().mapToDouble(this::percent).sum(),
        100 * (series.close(series.size() - 1) / paid - 1));
  }

  private double percent(Trade trade) {
    return plan.sizing().percent(trade.positionResultAtr(), plan.rules().exits());
  }

  private List<MonthFigures> months(List<Trade> trades) {
    NavigableMap<String, List<Trade>> byMonth = new TreeMap<>();
    for (Trade trade : trades) {
      byMonth.computeIfAbsent(MONTH.format(trade.exitedAt()), _ -> new ArrayList<>()).add(trade);
    }
    return byMonth.entrySet().stream()
        .map(
            e ->
                new MonthFigures(
                    e.getKey(),
                    e.getValue().size(),
                    e.getValue().stream().mapToDouble(this::percent).sum()))
        .toList();
  }

  private List<String> warnings(List<Section> phases) {
    List<String> warnings = new ArrayList<>();
    if (simulated) {
      warnings.add("The market is simulated, and its edge was planted: nothing here is money.");
    }
    Instant weighedSince = plan.weighing().since();
    if (weighedSince != null && plan.from().isBefore(weighedSince)) {
      warnings.add(
          "The indicator weights %s were learnt from decisions until %s: bars before that are played with what came after them."
              .formatted(plan.weighing().weights().version(), weighedSince));
    }
    ModelManifest manifest = plan.model().manifest();
    Seen seen = plan.seen();
    boolean anyUnseen = false;
    for (Section section : phases) {
      if (section.phase() == Phase.IN_SAMPLE) {
        warnings.add(
            "From %s to %s the network is asked about what it was fitted on (candles until %s): those figures are no evidence."
                .formatted(section.from(), section.to(), seen.fittedUntil()));
      }
      if (section.phase() == Phase.HOLDOUT) {
        warnings.add(
            "From %s to %s lies the holdout: the network was not fitted on it, but the gate chose by it."
                .formatted(section.from(), section.to()));
      }
      if (section.phase() == Phase.OUT_OF_SAMPLE) {
        anyUnseen = true;
        int trades = section.trades().positions().trades();
        if (trades < FEW_TRADES) {
          warnings.add(
              "Only %d trades out of sample: figures over fewer than %d are an anecdote."
                  .formatted(trades, FEW_TRADES));
        }
      }
    }
    if (!anyUnseen) {
      warnings.add(
          "Nothing in this period is out of sample: the data of %s ends at %s."
              .formatted(manifest.version(), manifest.data().to()));
    }
    return warnings;
  }
}
