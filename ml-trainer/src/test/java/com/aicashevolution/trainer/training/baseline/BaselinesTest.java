package com.aicashevolution.trainer.training.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.market.simulated.SimulatedMarket;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.SampleCollector;
import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.dataset.SplitResult;
import com.aicashevolution.trainer.dataset.SymbolSamples;
import com.aicashevolution.trainer.dataset.WalkForward;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On a pure random walk of the simulated market: nothing to find but volatility. */
class BaselinesTest {

  private static final Fold FOLD = fold();

  static Stream<Baseline> baselines() {
    return Stream.of(new Prior(), LastBar.persistence(), LastBar.reversal(), new Volatility());
  }

  @ParameterizedTest
  @MethodSource("baselines")
  void answersEverySampleWithProbabilitiesAndTheSameOnesTwice(Baseline baseline) {
    float[] probabilities = baseline.probabilities(FOLD);

    assertThat(probabilities).hasSize(3 * FOLD.test().size());
    for (int i = 0; i < probabilities.length; i += 3) {
      assertThat(probabilities[i] + probabilities[i + 1] + probabilities[i + 2])
          .isCloseTo(1, within(1e-5f));
    }
    assertThat(baseline.probabilities(FOLD)).isEqualTo(probabilities);
  }

  @Test
  void thePriorAlwaysAnswersWithTheTrainingPartsMajority() {
    int[] counts = FOLD.train().classCounts();
    ClassificationMetrics judged = judged(new Prior());
    int column = judged.confusion().stream().mapToInt(row -> row.get(most(counts))).sum();
    assertThat(column).isEqualTo(FOLD.test().size());
  }

  @Test
  void persistenceAndReversalNeverAgreeOnABarThatMoved() {
    float[] onwards = LastBar.persistence().probabilities(FOLD);
    float[] back = LastBar.reversal().probabilities(FOLD);
    SampleSet test = FOLD.test();
    int moved = 0;
    for (int i = 0; i < test.size(); i++) {
      CandleSeries series = test.symbolSamples(i).series();
      double move = series.close(test.bar(i)) - series.close(test.bar(i) - 1);
      if (move != 0) {
        moved++;
        assertThat(answer(onwards, i)).isEqualTo(move > 0 ? 2 : 0);
        assertThat(answer(back, i)).isEqualTo(move > 0 ? 0 : 2);
      }
    }
    assertThat(moved).isGreaterThan(test.size() / 2);
  }

  /** Why skill over the class prior alone proves nothing. */
  @Test
  void volatilityAloneBeatsThePriorOnAPureRandomWalk() {
    assertThat(judged(new Volatility()).accuracy())
        .isGreaterThan(judged(new Prior()).accuracy() + 0.02);
    assertThat(judged(new Volatility()).logLoss()).isLessThan(judged(new Prior()).logLoss());
  }

  private static ClassificationMetrics judged(Baseline baseline) {
    return ClassificationMetrics.of(FOLD.test().labels(), baseline.probabilities(FOLD));
  }

  private static int answer(float[] probabilities, int i) {
    return most(
        new int[] {
          Math.round(1e6f * probabilities[3 * i]),
          Math.round(1e6f * probabilities[3 * i + 1]),
          Math.round(1e6f * probabilities[3 * i + 2])
        });
  }

  private static int most(int[] counts) {
    int most = 0;
    for (int c = 1; c < counts.length; c++) {
      most = counts[c] > counts[most] ? c : most;
    }
    return most;
  }

  private static Fold fold() {
    Instant to = Instant.parse("2026-11-20T00:00:00Z");
    SimulatedMarket market = new SimulatedMarket(SimulationSpec.randomWalk(5));
    LabelSpec label = new LabelSpec(6, 1.5);
    SampleCollector collector = new SampleCollector(new FeaturePipeline(), label);
    List<SymbolSamples> samples =
        Stream.of("EURUSD", "USDJPY", "XAUUSD")
            .map(Symbol::of)
            .map(symbol -> market.candles(symbol, to.minus(Duration.ofDays(300)), to))
            .map(collector::collect)
            .toList();
    Dataset dataset = new Dataset(Timeframe.H1, label, samples, true, "");
    return ((SplitResult.Cut) WalkForward.withLeastEmbargo(1, 0.1, 0.2, 6).split(dataset, 100_000))
        .plan()
        .folds()
        .getFirst();
  }
}
