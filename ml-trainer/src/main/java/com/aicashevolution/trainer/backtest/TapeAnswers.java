package com.aicashevolution.trainer.backtest;

import com.aicashevolution.trainer.backtest.BacktestPlan.Retraining;
import com.aicashevolution.trainer.training.FitObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Has the bars of a backtest answered, by the published weights or by a fit every N days. */
final class TapeAnswers {

  private final WalkingFits fits;

  TapeAnswers(WalkingFits fits) {
    this.fits = fits;
  }

  /** What came of it. */
  sealed interface Result {

    /** Every bar with a full window has its answer. */
    record Answered(List<Refit> refits) implements Result {}

    /** There will be no answers. */
    record Ended(BacktestOutcome outcome) implements Result {}
  }

  Result answer(BacktestPlan plan, List<SymbolTape> tapes, BacktestMonitor monitor)
      throws InterruptedException {
    Retraining retraining = plan.retraining();
    return retraining == null
        ? byPublished(plan, tapes, monitor)
        : byRefits(plan, retraining, tapes, monitor);
  }

  private static Result byPublished(
      BacktestPlan plan, List<SymbolTape> tapes, BacktestMonitor monitor) {
    Answers network = Answers.of(plan.model());
    for (int i = 0; i < tapes.size(); i++) {
      if (monitor.cancelled()) {
        return new Result.Ended(new BacktestOutcome.Cancelled());
      }
      SymbolTape tape = tapes.get(i);
      monitor.report(
          (double) i / tapes.size(),
          "%s answers at %,d bars of %s"
              .formatted(plan.model().manifest().version(), tape.bars(), tape.symbol()));
      tape.answer(network, plan.from(), plan.to());
    }
    return new Result.Answered(List.of());
  }

  private Result byRefits(
      BacktestPlan plan, Retraining retraining, List<SymbolTape> tapes, BacktestMonitor monitor)
      throws InterruptedException {
    List<Refit> refits = new ArrayList<>();
    Duration stride = Duration.ofDays(retraining.everyDays());
    int segments =
        Math.toIntExact(
            Math.ceilDiv(Duration.between(plan.from(), plan.to()).toSeconds(), stride.toSeconds()));
    for (Instant at = plan.from(); at.isBefore(plan.to()); at = at.plus(stride)) {
      Watched watched = new Watched(monitor, refits.size(), segments, at);
      watched.report(0, null);
      switch (fits.fit(plan, retraining.recipe(), at, watched)) {
        case WalkingFits.Result.Cancelled _ -> {
          return new Result.Ended(new BacktestOutcome.Cancelled());
        }
        case WalkingFits.Result.Impossible(String why) -> {
          return new Result.Ended(new BacktestOutcome.Impossible(why));
        }
        case WalkingFits.Result.Fitted(Answers network, Refit refit) -> {
          Instant until = at.plus(stride).isBefore(plan.to()) ? at.plus(stride) : plan.to();
          for (SymbolTape tape : tapes) {
            tape.answer(network, at, until);
          }
          refits.add(refit);
        }
      }
    }
    return new Result.Answered(refits);
  }

  /** Turns what a fit tells into the progress of all of them. */
  private record Watched(BacktestMonitor monitor, int segment, int segments, Instant knownUntil)
      implements FitObserver {

    @Override
    public boolean cancelled() {
      return monitor.cancelled();
    }

    @Override
    public void progressed(FitProgress progress) {
      report(
          progress.fraction(),
          String.format(
              Locale.ROOT,
              ", epoch %d of at most %d, %,.0f samples/s",
              progress.epoch(),
              progress.maxEpochs(),
              progress.samplesPerSecond()));
    }

    private void report(double fraction, @Nullable String more) {
      monitor.report(
          (segment + fraction) / segments,
          "fit %d of %d on what was known at %s%s"
              .formatted(segment + 1, segments, knownUntil, more == null ? "" : more));
    }
  }
}
