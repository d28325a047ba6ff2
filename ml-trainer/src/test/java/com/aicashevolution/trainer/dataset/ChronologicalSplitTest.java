package com.aicashevolution.trainer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aicashevolution.feature.FeatureMatrix;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.TrainFold;
import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.LabelSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChronologicalSplitTest {

  private static final int FIRST_ROW = 30;
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  @Property(tries = 200)
  void partsAreDisjointInTimeAcrossAllSymbols(
      @ForAll @IntRange(min = 1, max = 4) int symbols,
      @ForAll @IntRange(min = 1, max = 12) int horizon,
      @ForAll @DoubleRange(min = 0.3, max = 0.7) double trainShare,
      @ForAll long seed) {
    SplitResult result = split(symbols, horizon, trainShare, horizon + 20, 1, seed);
    if (!(result instanceof SplitResult.Cut(Fold fold))) {
      return;
    }
    assertSeparated(fold.train(), fold.validation());
    assertSeparated(fold.validation(), fold.test());
  }

  /** What one part may know ends before what the next may know begins, for any pair of symbols. */
  private static void assertSeparated(SampleSet before, SampleSet after) {
    long lastKnown = Long.MIN_VALUE;
    for (int i = 0; i < before.size(); i++) {
      lastKnown = Math.max(lastKnown, before.settledEpochSecond(i));
    }
    long firstSeen = Long.MAX_VALUE;
    for (int i = 0; i < after.size(); i++) {
      int oldestRow = after.bar(i) - FeatureSchema.WINDOW_BARS + 1;
      firstSeen = Math.min(firstSeen, after.symbolSamples(i).series().openEpochSecond(oldestRow));
    }
    assertThat(firstSeen).isGreaterThanOrEqualTo(lastKnown);
  }

  @Property(tries = 100)
  void betweenPartsEverySymbolSitsOutPurgeAndEmbargo(
      @ForAll @IntRange(min = 1, max = 4) int symbols,
      @ForAll @IntRange(min = 1, max = 12) int horizon,
      @ForAll @IntRange(min = 0, max = 30) int extra,
      @ForAll long seed) {
    int embargo = horizon + FeatureSchema.WINDOW_BARS + extra;
    if (!(split(symbols, horizon, 0.5, embargo, 1, seed) instanceof SplitResult.Cut(Fold fold))) {
      return;
    }
    for (SymbolSamples symbol : symbolsOf(fold.validation())) {
      int last = lastBar(fold.train(), symbol);
      if (last >= 0) {
        assertThat(firstBar(fold.validation(), symbol) - last).isGreaterThan(horizon + embargo - 1);
      }
    }
    for (SymbolSamples symbol : symbolsOf(fold.test())) {
      int last = lastBar(fold.validation(), symbol);
      if (last >= 0) {
        assertThat(firstBar(fold.test(), symbol) - last).isGreaterThan(horizon + embargo - 1);
      }
    }
  }

  @Property(tries = 50)
  void standardizerSeesRowsOfTheTrainingPartOnly(@ForAll long seed) {
    if (!(split(3, 6, 0.5, 26, 1, seed) instanceof SplitResult.Cut(Fold fold))) {
      return;
    }
    long firstCut = Long.MAX_VALUE;
    for (int i = 0; i < fold.validation().size(); i++) {
      firstCut = Math.min(firstCut, fold.validation().openEpochSecond(i));
    }
    for (TrainFold.Part part : fold.standardizing().parts()) {
      assertThat(part.matrix().series().openEpochSecond(part.toBar() - 1)).isLessThan(firstCut);
    }
  }

  @Test
  void shouldThinOnlyTheTrainingPart() {
    Fold whole = cut(split(2, 6, 0.5, 26, 1, 1));
    Fold thinned =
        cut(
            ChronologicalSplit.withLeastEmbargo(0.5, 0.2, 6)
                .split(dataset(2, 6, 1), whole.train().size() / 3));

    assertThat(thinned.train().size())
        .isBetween(whole.train().size() / 4 - 2, whole.train().size() / 3 + 2);
    assertThat(thinned.validation().size()).isEqualTo(whole.validation().size());
    assertThat(thinned.test().size()).isEqualTo(whole.test().size());
  }

  @Test
  void shouldSayWhichPartIsEmptyInsteadOfCutting() {
    Dataset dataset =
        new Dataset(Timeframe.H1, new LabelSpec(6, 1.5), List.of(samples(0, 40, 6, 1)), true, "");
    assertThat(ChronologicalSplit.withLeastEmbargo(0.6, 0.2, 6).split(dataset, 1000))
        .isInstanceOfSatisfying(
            SplitResult.TooLittleData.class,
            parts -> assertThat(parts.validation() * parts.test()).isZero());
    assertThat(
            ChronologicalSplit.withLeastEmbargo(0.6, 0.2, 6)
                .split(new Dataset(Timeframe.H1, new LabelSpec(6, 1.5), List.of(), true, ""), 1000))
        .isEqualTo(new SplitResult.TooLittleData(0, 0, 0));
  }

  @Test
  void shouldRefuseAnEmbargoShorterThanHorizonAndWindow() {
    assertThatThrownBy(() -> new ChronologicalSplit(0.6, 0.2, 25).split(dataset(1, 6, 1), 1000))
        .hasMessage("embargoBars must be >= horizon + window = 26, was 25");
    assertThatThrownBy(() -> new ChronologicalSplit(0.6, 0.2, 19)).hasMessageContaining("was 19");
    assertThatThrownBy(() -> new ChronologicalSplit(0.6, 0.4, 30)).hasMessageContaining("0.6");
  }

  private static Set<SymbolSamples> symbolsOf(SampleSet set) {
    Set<SymbolSamples> symbols = new HashSet<>();
    for (int i = 0; i < set.size(); i++) {
      symbols.add(set.symbolSamples(i));
    }
    return symbols;
  }

  private static int firstBar(SampleSet set, SymbolSamples symbol) {
    for (int i = 0; i < set.size(); i++) {
      if (set.symbolSamples(i).symbol().equals(symbol.symbol())) {
        return set.bar(i);
      }
    }
    return -1;
  }

  private static int lastBar(SampleSet set, SymbolSamples symbol) {
    for (int i = set.size() - 1; i >= 0; i--) {
      if (set.symbolSamples(i).symbol().equals(symbol.symbol())) {
        return set.bar(i);
      }
    }
    return -1;
  }

  private static Fold cut(SplitResult result) {
    return ((SplitResult.Cut) result).fold();
  }

  private static SplitResult split(
      int symbols, int horizon, double trainShare, int embargo, int stride, long seed) {
    return new ChronologicalSplit(trainShare, 0.2, embargo)
        .split(dataset(symbols, horizon, seed), Integer.MAX_VALUE / stride);
  }

  private static Dataset dataset(int symbols, int horizon, long seed) {
    List<SymbolSamples> samples = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (int s = 0; s < symbols; s++) {
      samples.add(samples(s, 150 + random.nextInt(450), horizon, random.nextLong()));
    }
    return new Dataset(Timeframe.H1, new LabelSpec(horizon, 1.5), samples, true, "");
  }

  /**
   * Bars with weekend-like holes at the symbol's own places, and samples with holes of their own.
   */
  private static SymbolSamples samples(int symbol, int bars, int horizon, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Candle> candles = new ArrayList<>();
    Instant at = START.plusSeconds(3_600L * random.nextInt(50));
    for (int i = 0; i < bars; i++) {
      candles.add(new Candle(at, 1, 1, 1, 1, 1, 0, true));
      at = at.plusSeconds(3_600L * (random.nextInt(20) == 0 ? 49 : 1));
    }
    CandleSeries series = CandleSeries.of(Symbol.defaults().get(symbol), Timeframe.H1, candles);
    int rows = bars - FIRST_ROW;
    FeatureMatrix matrix =
        new FeatureMatrix(
            series, FIRST_ROW, new float[rows * FeatureSchema.FEATURES], new double[rows]);
    int[] sampleBars =
        java.util.stream.IntStream.range(matrix.firstWindowBar(), bars - horizon)
            .filter(_ -> random.nextInt(10) > 0)
            .toArray();
    int n = sampleBars.length;
    return new SymbolSamples(
        matrix, horizon, sampleBars, new byte[n], new float[n], new float[n], 0);
  }
}
