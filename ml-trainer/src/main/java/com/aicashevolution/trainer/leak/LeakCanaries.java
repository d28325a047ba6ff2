package com.aicashevolution.trainer.leak;

import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.FoldPlan;
import com.aicashevolution.trainer.dataset.SplitResult;
import com.aicashevolution.trainer.dataset.SymbolSamples;
import java.util.ArrayList;
import java.util.List;

/** Sends the canaries down a path. Immutable, thread-safe. */
public final class LeakCanaries {

  /** Cuts per symbol where the whole path is examined, and where a run is only watched. */
  private static final int EXAMINED_CUTS = 12;

  private static final int WATCHED_CUTS = 2;

  private LeakCanaries() {}

  /**
   * The cheap ones, on what a run will be fitted on: its candles and its folds.
   *
   * @param dataset what {@code path} made of those candles
   * @param plan the folds that will be fitted
   */
  public static List<LeakAlarm> watch(TrainingPath path, Dataset dataset, FoldPlan plan) {
    List<LeakAlarm> alarms = new ArrayList<>();
    FutureCanary future = new FutureCanary(path, dataset.label().horizonBars());
    for (SymbolSamples samples : dataset.symbols()) {
      alarms.addAll(future.watch(samples.series(), WATCHED_CUTS));
    }
    alarms.addAll(SplitCanary.watch(plan));
    return alarms;
  }

  /**
   * All of them.
   *
   * @param candles of any market
   * @param walk of random walks, for what can only be noticed by somebody who learns
   * @throws IllegalArgumentException if there are too few candles to be cut into folds
   */
  public static List<LeakAlarm> examine(
      TrainingPath path,
      List<CandleSeries> candles,
      List<CandleSeries> walk,
      List<Learner> learners) {
    List<LeakAlarm> alarms = new ArrayList<>();
    Dataset dataset = path.assemble(candles);
    FutureCanary future = new FutureCanary(path, dataset.label().horizonBars());
    for (CandleSeries series : candles) {
      alarms.addAll(future.watch(series, EXAMINED_CUTS));
    }
    FoldPlan plan = plan(path, dataset);
    alarms.addAll(SplitCanary.watch(plan));
    alarms.addAll(new StandardizerCanary(path).watch(dataset, plan));
    Dataset noise = path.assemble(walk);
    alarms.addAll(new ChanceCanary(path, learners).watch(noise, plan(path, noise)));
    return alarms;
  }

  private static FoldPlan plan(TrainingPath path, Dataset dataset) {
    return switch (path.split(dataset)) {
      case SplitResult.Cut(FoldPlan plan) -> plan;
      case SplitResult.TooLittleData _ ->
          throw new IllegalArgumentException(
              dataset.size() + " samples are too few to be cut into folds");
    };
  }
}
