package com.aicashevolution.trainer.weights;

import com.aicashevolution.attribution.IndicatorImportance;
import com.aicashevolution.feature.FeatureMatrix;
import com.aicashevolution.label.LabelResult;
import com.aicashevolution.label.TripleBarrier;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.registry.ModelRecord;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.signal.IndicatorWeights;
import com.aicashevolution.trainer.weights.PredictionLog.LoggedPrediction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What predictions brought: each is settled by the triple barrier of the labels, spread included,
 * on the candles that came after it. Those whose horizon has not passed, or whose bar is no longer
 * stored, are left out. Thread-safe.
 */
public final class ResolvedPredictions {

  /** Two years of hourly bars of four symbols that all trade: what fits in memory many times. */
  private static final int MOST = 50_000;

  private final PredictionLog log;
  private final EntryBars bars;
  private final ModelRegistry registry;
  private final LabelSpec label;

  public ResolvedPredictions(
      PredictionLog log, EntryBars bars, ModelRegistry registry, LabelSpec label) {
    this.log = log;
    this.bars = bars;
    this.registry = registry;
    this.label = label;
  }

  /** Decisions of a line since {@code since}, in no order. */
  List<PastDecision> of(ModelLine line, Timeframe timeframe, Instant since) {
    Map<Symbol, List<LoggedPrediction>> bySymbol =
        log.toTrade(line, timeframe, since, MOST).stream()
            .collect(
                Collectors.groupingBy(LoggedPrediction::symbol, TreeMap::new, Collectors.toList()));
    Map<ModelVersion, List<Double>> importance = new HashMap<>();
    List<PastDecision> decisions = new ArrayList<>();
    bySymbol.forEach(
        (symbol, predictions) -> {
          List<Instant> opens = predictions.stream().map(LoggedPrediction::asOf).toList();
          FeatureMatrix matrix = bars.around(symbol, timeframe, opens, label.horizonBars());
          for (LoggedPrediction prediction : predictions) {
            List<Double> ofVersion =
                importance.computeIfAbsent(prediction.modelVersion(), this::importance);
            settle(prediction, matrix, ofVersion, decisions);
          }
        });
    return decisions;
  }

  private void settle(
      LoggedPrediction prediction,
      FeatureMatrix matrix,
      List<Double> importance,
      List<PastDecision> decisions) {
    CandleSeries series = matrix.series();
    int bar = series.indexOf(prediction.asOf());
    if (bar < matrix.firstBar() || !(matrix.atrAt(bar) > 0)) {
      return;
    }
    if (new TripleBarrier(label).label(series, bar, matrix.atrAt(bar))
        instanceof LabelResult.Resolved(var settled)) {
      decisions.add(
          new PastDecision(
              series.closeTime(bar),
              series.closeTime(bar + label.horizonBars()),
              prediction.features(),
              settled.resultAtr(prediction.probabilities().mostProbable()),
              new PastDecision.Predicted(prediction.probabilities(), importance)));
    }
  }

  private List<Double> importance(ModelVersion version) {
    return registry
        .find(version)
        .map(ModelRecord::attribution)
        .map(IndicatorImportance::inOrder)
        .orElse(IndicatorWeights.UNIFORM_IMPORTANCE);
  }
}
