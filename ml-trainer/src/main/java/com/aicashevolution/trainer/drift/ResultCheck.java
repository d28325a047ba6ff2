package com.aicashevolution.trainer.drift;

import com.aicashevolution.drift.PageHinkley;
import com.aicashevolution.drift.PerformancePromise;
import com.aicashevolution.drift.TradeDays;
import com.aicashevolution.feature.FeatureMatrix;
import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.indicator.IndicatorCalculator;
import com.aicashevolution.label.LabelResult;
import com.aicashevolution.label.TripleBarrier;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.SignalPolicy;
import com.aicashevolution.trainer.drift.JournalledAnswers.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What following a champion's journalled answers brought, by the barriers of the labels and net of
 * spread, held against what it brought out of sample. Not thread-safe: one per check of a line.
 */
final class ResultCheck {

  /** Days with results before the test may speak. */
  static final int LEAST_DAYS = 5;

  private final CandleStore candles;
  private final FeaturePipeline pipeline;
  private final TripleBarrier barrier;
  private final TradeDays days = new TradeDays();

  ResultCheck(CandleStore candles, FeaturePipeline pipeline, LabelSpec label) {
    this.candles = candles;
    this.pipeline = pipeline;
    this.barrier = new TripleBarrier(label);
  }

  /**
   * Takes in a symbol's answers; those whose horizon has not passed are left for later.
   *
   * @param answers in the order of bars
   */
  void take(Symbol symbol, Timeframe timeframe, List<Answer> answers, Instant now) {
    if (answers.isEmpty()) {
      return;
    }
    Instant first = answers.getFirst().asOf();
    CandleSeries lookback =
        candles.latestAsOf(symbol, timeframe, first, IndicatorCalculator.LOOKBACK_BARS);
    if (lookback.isEmpty()) {
      return;
    }
    CandleSeries series = candles.between(symbol, timeframe, lookback.openTime(0), now);
    FeatureMatrix matrix = pipeline.matrix(series);
    for (Answer answer : answers) {
      int bar = series.indexOf(answer.asOf());
      Direction acted = SignalPolicy.decide(answer.probabilities(), 1).acted();
      if (bar < matrix.firstBar() || acted == Direction.HOLD || !(matrix.atrAt(bar) > 0)) {
        continue;
      }
      if (barrier.label(series, bar, matrix.atrAt(bar))
          instanceof LabelResult.Resolved(var label)) {
        days.add(
            symbol,
            series.closeTime(bar).getEpochSecond(),
            series.closeTime(label.exitBar()).getEpochSecond(),
            label.resultAtr(acted));
      }
    }
  }

  /** Days that have results. */
  int days() {
    return days.results().size();
  }

  /** Where the test stands after the newest day; nothing where there are too few days. */
  Optional<Measurement> against(PerformancePromise promise) {
    List<double[]> results = days.results();
    if (results.size() < LEAST_DAYS) {
      return Optional.empty();
    }
    PageHinkley test = promise.unbroken();
    for (double[] day : results) {
      test = test.after(promise.surprise(day));
    }
    return Optional.of(new Measurement("results", "page_hinkley", test.sum(), test.threshold()));
  }
}
