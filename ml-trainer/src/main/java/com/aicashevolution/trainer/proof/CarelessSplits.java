package com.aicashevolution.trainer.proof;

import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.FoldPlan;
import com.aicashevolution.trainer.dataset.SampleRange;
import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.dataset.SplitResult;
import com.aicashevolution.trainer.dataset.SymbolSamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Splits as they should not be, made of one that is right. */
final class CarelessSplits {

  private static final long SEED = 20_261_101;

  private CarelessSplits() {}

  /** Every fold dealt out anew, without regard to time; parts as large as they were. */
  static SplitResult shuffled(Dataset dataset, SplitResult split) {
    return altered(split, fold -> shuffled(dataset.symbols(), fold));
  }

  /** Every part reaches to where the next begins. */
  static SplitResult withoutPurge(Dataset dataset, SplitResult split) {
    return altered(split, fold -> withoutPurge(dataset.symbols(), fold));
  }

  private static SplitResult altered(SplitResult split, UnaryOperator<Fold> mistake) {
    return switch (split) {
      case SplitResult.Cut(FoldPlan plan) ->
          new SplitResult.Cut(
              new FoldPlan(
                  plan.folds().stream().map(mistake).toList(), mistake.apply(plan.refit())));
      case SplitResult.TooLittleData tooLittle -> tooLittle;
    };
  }

  private static Fold shuffled(List<SymbolSamples> symbols, Fold fold) {
    List<SampleSet> single = new ArrayList<>();
    for (SampleSet part : List.of(fold.train(), fold.validation(), fold.test())) {
      for (int i = 0; i < part.size(); i++) {
        single.add(single(symbols, part, i));
      }
    }
    Collections.shuffle(single, new Random(SEED));
    int validation = fold.train().size() + fold.validation().size();
    return new Fold(
        fold.number(),
        SampleSet.joined(single.subList(0, fold.train().size())),
        fold.validation().size() == 0
            ? fold.validation()
            : SampleSet.joined(single.subList(fold.train().size(), validation)),
        SampleSet.joined(single.subList(validation, single.size())),
        fold.standardizing());
  }

  private static SampleSet single(List<SymbolSamples> symbols, SampleSet part, int i) {
    List<SampleRange> ranges = new ArrayList<>();
    for (SymbolSamples samples : symbols) {
      if (samples.symbol().equals(part.symbolSamples(i).symbol())) {
        int position = Arrays.binarySearch(samples.bars(), part.bar(i));
        ranges.add(new SampleRange(position, position + 1));
      } else {
        ranges.add(new SampleRange(0, 0));
      }
    }
    return SampleSet.of(symbols, ranges, 1);
  }

  private static Fold withoutPurge(List<SymbolSamples> symbols, Fold fold) {
    boolean validates = fold.validation().size() > 0;
    long validationBegins = first(validates ? fold.validation() : fold.test());
    long testBegins = first(fold.test());
    return new Fold(
        fold.number(),
        between(symbols, first(fold.train()), validationBegins),
        validates ? between(symbols, validationBegins, testBegins) : fold.validation(),
        fold.test(),
        fold.standardizing());
  }

  private static long first(SampleSet samples) {
    return samples.openEpochSecond(0);
  }

  private static SampleSet between(List<SymbolSamples> symbols, long from, long to) {
    return SampleSet.of(
        symbols,
        symbols.stream().map(s -> new SampleRange(before(s, from), before(s, to))).toList(),
        1);
  }

  /** Samples of {@code samples} that open before an instant. */
  private static int before(SymbolSamples samples, long epochSecond) {
    int count = 0;
    while (count < samples.size() && samples.openEpochSecond(count) < epochSecond) {
      count++;
    }
    return count;
  }
}
