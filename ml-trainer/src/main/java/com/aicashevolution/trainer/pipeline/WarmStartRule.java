package com.aicashevolution.trainer.pipeline;

import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.FoldPlan;
import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.dataset.SymbolSamples;
import com.aicashevolution.trainer.dataset.WalkForward;
import com.aicashevolution.trainer.training.WarmStart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a run may begin from a parent: only where nothing that judges it was seen by the parent.
 *
 * <pre>
 *   parent's candles       │ embargo             │ everything that judges this run
 *   labels settled by here │ >= window + horizon │ folds' test parts, holdout
 * </pre>
 *
 * <p>The end of the parent's candles is a cut like those of {@link WalkForward}: its labels are
 * settled by it, so nothing is left to purge, and after it every symbol sits out the embargo, so
 * that no window that is judged holds a bar of the parent's. The parent's own ancestors saw less
 * than it did, by this very rule. Parts that are fitted, stopped or calibrated on may lie anywhere.
 */
final class WarmStartRule {

  private WarmStartRule() {}

  /** Why not, in a sentence with versions, dates and numbers; nothing if it may. */
  static Optional<String> refusal(
      WarmStart parent, Dataset dataset, FoldPlan folds, WalkForward split) {
    if (parent.simulated() != dataset.simulated()) {
      return Optional.of(
          "warm start from %s refused: it learned from %s candles, these are %s"
              .formatted(parent.version(), kind(parent.simulated()), kind(dataset.simulated())));
    }
    Map<Symbol, Integer> firstBars = firstBars(parent, dataset, split.embargoBars());
    int judged = 0;
    int known = 0;
    Instant firstKnown = Instant.MAX;
    for (SampleSet part : judging(folds)) {
      judged += part.size();
      for (int i = 0; i < part.size(); i++) {
        if (part.bar(i) < firstBars.getOrDefault(part.symbolSamples(i).symbol(), 0)) {
          known++;
          Instant openTime = Instant.ofEpochSecond(part.openEpochSecond(i));
          firstKnown = openTime.isBefore(firstKnown) ? openTime : firstKnown;
        }
      }
    }
    return known == 0
        ? Optional.empty()
        : Optional.of(
            "warm start from %s refused: it has seen candles up to %s, and %d of %d samples that judge this run open before %d bars have passed since, the first at %s; begin later (from), or from an older version"
                .formatted(
                    parent.version(),
                    parent.seenUntil(),
                    known,
                    judged,
                    split.embargoBars(),
                    firstKnown));
  }

  private static String kind(boolean simulated) {
    return simulated ? "simulated" : "real";
  }

  private static List<SampleSet> judging(FoldPlan folds) {
    List<SampleSet> parts = new ArrayList<>(folds.folds().stream().map(Fold::test).toList());
    parts.add(folds.refit().test());
    return parts;
  }

  /** Of each symbol, the first bar that may judge. */
  private static Map<Symbol, Integer> firstBars(
      WarmStart parent, Dataset dataset, int embargoBars) {
    Map<Symbol, Integer> firstBars = new HashMap<>();
    for (SymbolSamples samples : dataset.symbols()) {
      CandleSeries series = samples.series();
      int found = series.indexOf(parent.seenUntil());
      firstBars.put(samples.symbol(), (found >= 0 ? found : -found - 1) + embargoBars);
    }
    return firstBars;
  }
}
