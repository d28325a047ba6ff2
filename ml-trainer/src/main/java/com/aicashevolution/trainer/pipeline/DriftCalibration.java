package com.aicashevolution.trainer.pipeline;

import com.aicashevolution.drift.AnswerReference;
import com.aicashevolution.drift.CheckPlan;
import com.aicashevolution.drift.DriftReference;
import com.aicashevolution.drift.DriftReferences;
import com.aicashevolution.drift.PerformancePromise;
import com.aicashevolution.drift.TradeDays;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import com.aicashevolution.signal.SignalPolicy;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.dataset.SymbolSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Learns what later checks of a version are measured against: the bars of the whole dataset, the
 * holdout included, for that is the market its evidence is from; and the answers that were given
 * without having seen theirs.
 */
final class DriftCalibration {

  private final Dataset dataset;
  private final CheckPlan plan;

  DriftCalibration(Dataset dataset) {
    this.dataset = dataset;
    this.plan = CheckPlan.daily(dataset.timeframe());
  }

  /**
   * Answers to samples that whoever answered was not fitted on.
   *
   * @param probabilities calibrated, row-major {@code [samples.size(), 3]}
   */
  record Answered(SampleSet samples, float[] probabilities) {

    Probabilities answer(int i) {
      int at = i * Direction.COUNT;
      return new Probabilities(probabilities[at], probabilities[at + 1], probabilities[at + 2]);
    }
  }

  /**
   * The references of this dataset.
   *
   * @param answered parts in the order of time
   */
  DriftReferences references(List<Answered> answered) {
    Map<Symbol, DriftReference> bars = new TreeMap<>();
    Map<Symbol, String> missing = new TreeMap<>();
    for (SymbolSamples samples : dataset.symbols()) {
      try {
        bars.put(samples.symbol(), DriftReference.calibrate(samples.matrix(), plan));
      } catch (IllegalArgumentException e) {
        // a short history or one that stands still teaches nothing about drift, and may still teach
        missing.put(samples.symbol(), String.valueOf(e.getMessage()));
      }
    }
    return new DriftReferences(
        DriftReferences.CURRENT, plan, bars, answers(answered), missing, promise(answered));
  }

  private Map<Symbol, AnswerReference> answers(List<Answered> answered) {
    Map<Symbol, List<Probabilities>> bySymbol = new TreeMap<>();
    for (Answered part : answered) {
      for (int i = 0; i < part.samples().size(); i++) {
        Symbol symbol = part.samples().symbolSamples(i).symbol();
        bySymbol.computeIfAbsent(symbol, _ -> new ArrayList<>()).add(part.answer(i));
      }
    }
    Map<Symbol, AnswerReference> references = new TreeMap<>();
    bySymbol.forEach(
        (symbol, answers) -> {
          if (answers.size() >= plan.leastBars()) {
            references.put(symbol, AnswerReference.calibrate(answers, plan));
          }
        });
    return references;
  }

  private static @Nullable PerformancePromise promise(List<Answered> answered) {
    TradeDays days = new TradeDays();
    for (Answered part : answered) {
      SampleSet samples = part.samples();
      for (int i = 0; i < samples.size(); i++) {
        Direction acted = SignalPolicy.decide(part.answer(i), 1).acted();
        if (acted != Direction.HOLD) {
          CandleSeries series = samples.symbolSamples(i).series();
          days.add(
              series.symbol(),
              series.closeTime(samples.bar(i)).getEpochSecond(),
              series.closeTime(samples.exitBar(i)).getEpochSecond(),
              samples.resultAtr(i, acted));
        }
      }
    }
    List<double[]> results = days.results();
    return PerformancePromise.isPossible(results) ? PerformancePromise.of(results) : null;
  }
}
