package com.aicashevolution.trainer.backtest;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.trainer.backtest.Replay.Played;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Runs backtests from stored candles to figures. Thread-safe; holds no state of a run. */
public final class Backtests {

  /** Bars between two reports of progress. */
  private static final int REPORT_EVERY = 5_000;

  private final CandleStore candles;
  private final TapeReader reader;
  private final TapeAnswers answers;
  private final TrialLedger ledger;

  public Backtests(
      CandleStore candles, FeaturePipeline pipeline, WalkingFits fits, TrialLedger ledger) {
    this.candles = candles;
    this.reader = new TapeReader(candles, pipeline);
    this.answers = new TapeAnswers(fits);
    this.ledger = ledger;
  }

  /**
   * Runs {@code plan} to its end.
   *
   * @throws InterruptedException if the thread is interrupted while a fit runs; it is stopped
   */
  public BacktestOutcome run(BacktestPlan plan, BacktestMonitor monitor)
      throws InterruptedException {
    List<SymbolTape> tapes = new ArrayList<>();
    for (Symbol symbol : plan.symbols()) {
      if (monitor.cancelled()) {
        return new BacktestOutcome.Cancelled();
      }
      monitor.report(
          Share.READ.of((double) tapes.size() / plan.symbols().size()),
          "reading the candles of " + symbol);
      SymbolTape tape =
          reader.read(symbol, plan.model().manifest().timeframe(), plan.from(), plan.to());
      if (!tape.hasWindows()) {
        return new BacktestOutcome.Impossible(tooLittle(plan, tape));
      }
      tapes.add(tape);
    }
    return switch (answers.answer(plan, tapes, Share.ANSWER.within(monitor))) {
      case TapeAnswers.Result.Ended(BacktestOutcome outcome) -> outcome;
      case TapeAnswers.Result.Answered(List<Refit> refits) -> play(plan, tapes, refits, monitor);
    };
  }

  private static String tooLittle(BacktestPlan plan, SymbolTape tape) {
    return "%s has %d candles that open before %s, %d of them from %s on; %d are needed for an answer"
        .formatted(
            tape.symbol(),
            tape.series().size(),
            plan.to(),
            tape.bars(),
            plan.from(),
            FeatureSchema.CANDLES_PER_WINDOW);
  }

  private BacktestOutcome play(
      BacktestPlan plan, List<SymbolTape> tapes, List<Refit> refits, BacktestMonitor monitor) {
    int bars = tapes.stream().mapToInt(SymbolTape::bars).sum();
    IntConsumer progress =
        played -> {
          if (played % REPORT_EVERY < tapes.size()) {
            monitor.report(
                Share.PLAY.of((double) played / bars),
                "played %,d of %,d bars".formatted(played, bars));
          }
        };
    Played played =
        new Replay(plan.rules(), plan.sizing(), plan.weighing().factor(), tapes, progress).play();
    if (monitor.cancelled()) {
      return new BacktestOutcome.Cancelled();
    }
    boolean simulated =
        plan.model().manifest().simulated()
            || candles.coverage().stream()
                .anyMatch(
                    c ->
                        c.simulated()
                            && c.timeframe() == plan.model().manifest().timeframe()
                            && plan.symbols().contains(c.symbol()));
    long trials = ledger.trials(plan.model().manifest().line());
    return new BacktestOutcome.Finished(
        new Summaries(plan, simulated, trials).result(tapes, played, refits));
  }

  /** How much of the work each part is. */
  private enum Share {
    READ(0, 0.15),
    ANSWER(0.15, 0.9),
    PLAY(0.9, 1);

    private final double from;
    private final double to;

    Share(double from, double to) {
      this.from = from;
      this.to = to;
    }

    double of(double fraction) {
      return from + (to - from) * fraction;
    }

    BacktestMonitor within(BacktestMonitor whole) {
      return new BacktestMonitor() {
        @Override
        public void report(double fraction, String message) {
          whole.report(of(fraction), message);
        }

        @Override
        public boolean cancelled() {
          return whole.cancelled();
        }
      };
    }
  }
}
