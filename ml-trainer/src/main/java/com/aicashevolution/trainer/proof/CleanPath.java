package com.aicashevolution.trainer.proof;

import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Resampling;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.trainer.dataset.WalkForward;
import com.aicashevolution.trainer.leak.LeakAlarm;
import com.aicashevolution.trainer.leak.LeakCanaries;
import com.aicashevolution.trainer.leak.Learner;
import com.aicashevolution.trainer.leak.TrainingPath;
import java.util.List;
import java.util.Locale;

/**
 * A path as a training run takes it, one of a family: its number chooses market, symbols,
 * timeframe, label, folds, a rolling or growing window and thinning. Number 0 is asked the default
 * question.
 *
 * @param seed of its markets
 */
record CleanPath(
    TrainingPath.OfARun path, List<Symbol> symbols, int days, boolean regimes, long seed) {

  private static final long SEED = 7_000;
  private static final List<Learner> LEARNERS =
      List.of(
          (fold, standardizer) ->
              SoftmaxRegression.fit(fold.train(), standardizer, SEED).logits(fold.test()),
          new NearestNeighbours());

  static CleanPath number(int i) {
    Timeframe timeframe = i % 5 == 4 ? Timeframe.H4 : Timeframe.H1;
    int horizon = i % 3 == 2 ? 12 : 6;
    WalkForward growing =
        WalkForward.withLeastEmbargo(2 + i % 3, i % 4 == 1 ? 0.25 : 0.15, 0.25, horizon);
    WalkForward walkForward =
        new WalkForward(
            growing.folds(),
            growing.holdoutShare(),
            growing.validationShare(),
            growing.embargoBars() + i % 2 * 10,
            i % 4 == 3 ? 1 : 0);
    int first = 2 * i % Symbol.defaults().size();
    return new CleanPath(
        new TrainingPath.OfARun(
            timeframe,
            new LabelSpec(horizon, i % 2 == 0 ? 1.5 : 2),
            walkForward,
            i % 6 == 5 ? 500 : 40_000),
        Symbol.defaults().subList(first, first + 2),
        timeframe == Timeframe.H1 ? 120 : 400,
        i % 2 == 0,
        SEED + i);
  }

  /** What the canaries say about {@code examined}, which is this path or one with a mistake. */
  List<LeakAlarm> examine(TrainingPath examined) {
    return LeakCanaries.examine(
        examined,
        candles(regimes ? SimulationSpec.regimes(seed) : SimulationSpec.randomWalk(seed)),
        candles(SimulationSpec.randomWalk(~seed)),
        LEARNERS);
  }

  private List<CandleSeries> candles(SimulationSpec spec) {
    return SimulatedHistory.candles(spec, symbols, days).stream()
        .map(hourly -> Resampling.of(hourly, path.timeframe()))
        .toList();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s %s, horizon %d, %d folds",
        symbols,
        path.timeframe(),
        path.label().horizonBars(),
        path.walkForward().folds());
  }
}
