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
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WalkForwardTest {

  private static final int FIRST_ROW = 30;
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  @Property(tries = 150)
  void noPartKnowsWhatALaterOneIsAskedOrAnEarlierOneWasTold(
      @ForAll @IntRange(min = 1, max = 4) int symbols,
      @ForAll @IntRange(min = 1, max = 12) int horizon,
      @ForAll @IntRange(min = 1, max = 4) int folds,
      @ForAll @IntRange(min = 0, max = 3) int maxTrainBlocks,
      @ForAll long seed) {
    SplitResult result = split(symbols, horizon, folds, horizon + 20, maxTrainBlocks, seed);
    if (!(result instanceof SplitResult.Cut(FoldPlan plan))) {
      return;
    }
    for (Fold fold : plan.folds()) {
      assertSeparated(fold.train(), fold.validation());
      assertSeparated(fold.validation(), fold.test());
      assertSeparated(fold.test(), plan.refit().test());
    }
    assertSeparated(plan.refit().train(), plan.refit().test());
    for (int k = 1; k < plan.folds().size(); k++) {
      assertSeparated(plan.folds().get(k - 1).test(), plan.folds().get(k).test());
    }
  }

  @Property(tries = 50)
  void learnsFromAllThereIsWhenNothingIsToBeJudged(
      @ForAll @IntRange(min = 1, max = 3) int symbols, @ForAll long seed) {
    Dataset dataset = SyntheticSamples.dataset(symbols, 300, seed);
    WalkForward split = WalkForward.withLeastEmbargo(2, 0.15, 0.25, 6);
    Fold fold = split.upToTheEnd(dataset, 1_000_000).orElseThrow();
    SampleSet all = SampleSet.all(dataset.symbols());

    assertSeparated(fold.train(), fold.validation());
    assertThat(fold.test().size()).isZero();
    assertThat(fold.train().openEpochSecond(0)).isEqualTo(all.openEpochSecond(0));
    assertThat(fold.validation().openEpochSecond(fold.validation().size() - 1))
        .isEqualTo(all.openEpochSecond(all.size() - 1));
    assertThat(split.upToTheEnd(SyntheticSamples.dataset(1, 20, seed), 1_000_000)).isEmpty();
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
  void afterTheFirstBlockEveryDevelopmentSampleIsJudgedOnceOrLiesAtACut(
      @ForAll @IntRange(min = 1, max = 4) int symbols,
      @ForAll @IntRange(min = 1, max = 12) int horizon,
      @ForAll @IntRange(min = 1, max = 4) int folds,
      @ForAll long seed) {
    int embargo = horizon + FeatureSchema.WINDOW_BARS;
    SplitResult result = split(symbols, horizon, folds, embargo, 0, seed);
    if (!(result instanceof SplitResult.Cut(FoldPlan plan))) {
      return;
    }
    Map<SymbolSamples, Set<Integer>> judged = new HashMap<>();
    for (Fold fold : plan.folds()) {
      for (int i = 0; i < fold.test().size(); i++) {
        Set<Integer> bars =
            judged.computeIfAbsent(fold.test().symbolSamples(i), _ -> new HashSet<>());
        assertThat(bars.add(fold.test().bar(i))).as("judged once").isTrue();
      }
    }
    assertThat(plan.outOfFold().size())
        .isEqualTo(judged.values().stream().mapToInt(Set::size).sum());
    SampleSet development = plan.refit().train();
    for (SymbolSamples symbol : symbolsOf(development)) {
      int unjudged = 0;
      for (int i = 0; i < development.size(); i++) {
        long firstCut = plan.folds().getFirst().test().openEpochSecond(0);
        boolean counts =
            development.symbolSamples(i).equals(symbol)
                && development.openEpochSecond(i) >= firstCut;
        boolean found = judged.getOrDefault(symbol, Set.of()).contains(development.bar(i));
        unjudged += counts && !found ? 1 : 0;
      }
      // at each cut between judged blocks a symbol loses its embargo and its unsettled labels, and
      // at the first one what other symbols are past and it is not
      assertThat(unjudged).isLessThanOrEqualTo(folds * (embargo + horizon));
    }
  }

  @Property(tries = 100)
  void betweenPartsEverySymbolSitsOutPurgeAndEmbargo(
      @ForAll @IntRange(min = 1, max = 4) int symbols,
      @ForAll @IntRange(min = 1, max = 12) int horizon,
      @ForAll @IntRange(min = 0, max = 30) int extra,
      @ForAll long seed) {
    int embargo = horizon + FeatureSchema.WINDOW_BARS + extra;
    if (!(split(symbols, horizon, 2, embargo, 0, seed) instanceof SplitResult.Cut(FoldPlan plan))) {
      return;
    }
    for (Fold fold : plan.folds()) {
      assertSitsOut(fold.train(), fold.validation(), horizon + embargo);
      assertSitsOut(fold.validation(), fold.test(), horizon + embargo);
      assertSitsOut(fold.test(), plan.refit().test(), horizon + embargo);
    }
    assertSitsOut(plan.refit().train(), plan.refit().test(), horizon + embargo);
  }

  private static void assertSitsOut(SampleSet before, SampleSet after, int bars) {
    for (SymbolSamples symbol : symbolsOf(after)) {
      int last = lastBar(before, symbol);
      if (last >= 0) {
        assertThat(firstBar(after, symbol) - last).isGreaterThan(bars - 1);
      }
    }
  }

  @Property(tries = 50)
  void standardizerSeesRowsOfTheTrainingPartOnly(@ForAll long seed) {
    if (!(split(3, 6, 2, 26, 0, seed) instanceof SplitResult.Cut(FoldPlan plan))) {
      return;
    }
    List<Fold> all = new ArrayList<>(plan.folds());
    all.add(plan.refit());
    for (Fold fold : all) {
      SampleSet next = fold.validation().size() > 0 ? fold.validation() : fold.test();
      long firstCut = next.openEpochSecond(0);
      for (TrainFold.Part part : fold.standardizing().parts()) {
        assertThat(part.matrix().series().openEpochSecond(part.toBar() - 1)).isLessThan(firstCut);
      }
    }
  }

  @Test
  void shouldGrowTheTrainingPartUnlessItRolls() {
    FoldPlan growing = cut(new WalkForward(3, 0.15, 0.25, 26, 0).split(dataset(3, 6, 9), 100_000));
    FoldPlan rolling = cut(new WalkForward(3, 0.15, 0.25, 26, 1).split(dataset(3, 6, 9), 100_000));

    assertThat(growing.folds().get(2).train().size())
        .isGreaterThan(2 * growing.folds().get(0).train().size());
    assertThat(rolling.folds().get(2).train().openEpochSecond(0))
        .isGreaterThan(rolling.folds().get(1).train().openEpochSecond(0));
    assertThat(rolling.folds().get(2).test().size())
        .isEqualTo(growing.folds().get(2).test().size());
  }

  @Test
  void shouldHoldOutFromTheInstantThatIsAskedFor() {
    Dataset dataset = dataset(3, 6, 5);
    Instant from =
        cut(split(3, 6, 3, 26, 0, 5))
            .folds()
            .get(1)
            .validation()
            .symbolSamples(0)
            .series()
            .openTime(500);
    FoldPlan plan =
        cut(new WalkForward(3, 0.15, 0.25, 26, 0, from).split(dataset, Integer.MAX_VALUE));

    SampleSet before = plan.refit().train();
    SampleSet holdout = plan.refit().test();
    assertThat(before.settledEpochSecond(before.size() - 1))
        .isLessThanOrEqualTo(holdout.openEpochSecond(0));
    for (int i = 0; i < holdout.size(); i++) {
      assertThat(holdout.openEpochSecond(i)).isGreaterThanOrEqualTo(from.getEpochSecond());
    }
    long labelledFromThere =
        dataset.symbols().stream()
            .flatMapToLong(
                s -> java.util.stream.IntStream.range(0, s.size()).mapToLong(s::openEpochSecond))
            .filter(open -> open >= from.getEpochSecond())
            .count();
    assertThat(labelledFromThere - holdout.size()).isBetween(0L, 3L * 26);
    assertThat(new WalkForward(3, 0.15, 0.25, 26, 0, dataset.to()).split(dataset, 1000))
        .isInstanceOfSatisfying(
            SplitResult.TooLittleData.class, parts -> assertThat(parts.test()).isZero());
  }

  @Test
  void shouldThinOnlyTheTrainingPart() {
    FoldPlan whole = cut(split(2, 6, 1, 26, 0, 1));
    int size = whole.refit().train().size();
    FoldPlan thinned =
        cut(WalkForward.withLeastEmbargo(1, 0.15, 0.25, 6).split(dataset(2, 6, 1), size / 3));

    assertThat(thinned.refit().train().size()).isBetween(size / 4 - 2, size / 3 + 2);
    assertThat(thinned.outOfFold().size()).isEqualTo(whole.outOfFold().size());
    assertThat(thinned.refit().test().size()).isEqualTo(whole.refit().test().size());
  }

  @Test
  void shouldSayWhichFoldLacksWhatInsteadOfCutting() {
    Dataset dataset =
        new Dataset(Timeframe.H1, new LabelSpec(6, 1.5), List.of(samples(0, 90, 6, 1)), true, "");
    assertThat(WalkForward.withLeastEmbargo(2, 0.2, 0.2, 6).split(dataset, 1000))
        .isInstanceOfSatisfying(
            SplitResult.TooLittleData.class,
            parts -> {
              assertThat(parts.fold()).isZero();
              assertThat(parts.validation() * parts.test()).isZero();
            });
    assertThat(
            WalkForward.withLeastEmbargo(2, 0.2, 0.2, 6)
                .split(new Dataset(Timeframe.H1, new LabelSpec(6, 1.5), List.of(), true, ""), 1000))
        .isEqualTo(new SplitResult.TooLittleData(0, 0, 0, 0));
  }

  @Test
  void shouldRefuseAnEmbargoShorterThanHorizonAndWindow() {
    assertThatThrownBy(() -> new WalkForward(1, 0.2, 0.2, 25, 0).split(dataset(1, 6, 1), 1000))
        .hasMessage("embargoBars must be >= horizon + window = 26, was 25");
    assertThatThrownBy(() -> new WalkForward(1, 0.2, 0.2, 19, 0)).hasMessageContaining("was 19");
    assertThatThrownBy(() -> new WalkForward(1, 1.0, 0.4, 30, 0)).hasMessageContaining("1.0");
    assertThatThrownBy(() -> new WalkForward(0, 0.2, 0.4, 30, 0)).hasMessageContaining("were 0");
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

  private static FoldPlan cut(SplitResult result) {
    return ((SplitResult.Cut) result).plan();
  }

  private static SplitResult split(
      int symbols, int horizon, int folds, int embargo, int maxTrainBlocks, long seed) {
    return new WalkForward(folds, 0.15, 0.25, embargo, maxTrainBlocks)
        .split(dataset(symbols, horizon, seed), Integer.MAX_VALUE);
  }

  private static Dataset dataset(int symbols, int horizon, long seed) {
    List<SymbolSamples> samples = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (int s = 0; s < symbols; s++) {
      samples.add(samples(s, 300 + random.nextInt(900), horizon, random.nextLong()));
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
    int[] exitBars = Arrays.stream(sampleBars).map(bar -> bar + horizon).toArray();
    return new SymbolSamples(
        matrix, horizon, sampleBars, exitBars, new byte[n], new float[n], new float[n], 0);
  }
}
