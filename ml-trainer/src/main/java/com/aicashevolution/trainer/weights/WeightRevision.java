package com.aicashevolution.trainer.weights;

import com.aicashevolution.attribution.IndicatorImportance;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.registry.LineState;
import com.aicashevolution.platform.registry.ModelRecord;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.platform.weights.WeightHistory;
import com.aicashevolution.platform.weights.WeightHistory.Draft;
import com.aicashevolution.platform.weights.WeightsRecord;
import com.aicashevolution.platform.weights.WeightsRecord.Basis;
import com.aicashevolution.platform.weights.WeightsRecord.Origin;
import com.aicashevolution.signal.IndicatorWeights;
import com.aicashevolution.trainer.weights.OptimizationResult.Better;
import com.aicashevolution.trainer.weights.OptimizationResult.NotBetter;
import com.aicashevolution.trainer.weights.OptimizationResult.TooFew;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Looks for better weights when asked, and puts them in force if there are some. Thread-safe. */
public final class WeightRevision {

  private final DecisionSources sources;
  private final WeightOptimizer optimizer;
  private final WeightHistory history;
  private final ModelRegistry registry;
  private final WeightMeters meters;
  private final ReentrantLock busy = new ReentrantLock();

  public WeightRevision(
      DecisionSources sources,
      WeightOptimizer optimizer,
      WeightHistory history,
      ModelRegistry registry,
      WeightMeters meters) {
    this.sources = sources;
    this.optimizer = optimizer;
    this.history = history;
    this.registry = registry;
    this.meters = meters;
  }

  /** From what the line's predictions brought. */
  public RevisionResult fromPredictions(ModelLine line, Timeframe timeframe, String actor) {
    return alone(
        () ->
            revise(sources.predicted(line, timeframe), Basis.PREDICTIONS, line, timeframe, actor));
  }

  /** From what somebody's trades brought; see {@link TradeFile}. */
  public RevisionResult fromTrades(
      String trades, ModelLine line, Timeframe timeframe, String actor) {
    return alone(
        () ->
            switch (sources.traded(trades, line, timeframe)) {
              case TradeDecisions.Reading.Bad(List<TradeFile.RowError> errors) ->
                  new RevisionResult.BadTrades(
                      errors.stream()
                          .map(error -> new RevisionResult.BadRow(error.line(), error.message()))
                          .toList());
              case TradeDecisions.Reading.Decisions(List<PastDecision> decisions) ->
                  revise(decisions, Basis.TRADES, line, timeframe, actor);
            });
  }

  private RevisionResult alone(Supplier<RevisionResult> search) {
    if (!busy.tryLock()) {
      return new RevisionResult.Busy();
    }
    try {
      return meters.timed(search);
    } finally {
      busy.unlock();
    }
  }

  private RevisionResult revise(
      List<PastDecision> decisions,
      Basis basis,
      ModelLine line,
      Timeframe timeframe,
      String actor) {
    IndicatorWeights inForce =
        history.active().stream()
            .filter(each -> each.line().equals(line) && each.timeframe() == timeframe)
            .findFirst()
            .map(WeightsRecord::weights)
            .orElse(IndicatorWeights.NEUTRAL);
    return switch (optimizer.optimize(decisions, inForce)) {
      case TooFew(String why) -> new RevisionResult.TooFew(why);
      case NotBetter notBetter -> new RevisionResult.NotBetter(notBetter);
      case Better better -> {
        Draft draft =
            new Draft(line, timeframe, better.values(), origin(basis, line, timeframe, better));
        yield history
            .store(draft, actor)
            .<RevisionResult>map(RevisionResult.Stored::new)
            .orElseGet(RevisionResult.Overtaken::new);
      }
    };
  }

  private Origin origin(Basis basis, ModelLine line, Timeframe timeframe, Better better) {
    Optional<ModelRecord> champion =
        basis == Basis.TRADES
            ? Optional.empty()
            : registry.lines().stream()
                .filter(state -> state.line().equals(line) && state.timeframe() == timeframe)
                .findFirst()
                .map(LineState::champion)
                .flatMap(registry::find)
                .filter(model -> model.attribution() != null);
    double[] equal = new double[IndicatorName.COUNT];
    Arrays.fill(equal, 1.0 / IndicatorName.COUNT);
    return new Origin(
        basis,
        champion.map(ModelRecord::version).orElse(null),
        champion
            .map(ModelRecord::attribution)
            .map(IndicatorImportance::importance)
            .orElseGet(() -> IndicatorImportance.byName(equal)),
        better.improvement());
  }
}
