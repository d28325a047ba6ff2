package com.aicashevolution.trainer.leak;

import com.aicashevolution.feature.FeatureMatrix;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.FoldPlan;
import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.dataset.SplitResult;
import com.aicashevolution.trainer.dataset.SymbolSamples;
import com.aicashevolution.trainer.leak.LeakAlarm.Canary;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes every feature row from where a fold is first asked, and wants the fold to be standardized
 * as before. Copies the feature matrices once a fold.
 */
final class StandardizerCanary {

  private final TrainingPath path;

  StandardizerCanary(TrainingPath path) {
    this.path = path;
  }

  /** At most one alarm. */
  List<LeakAlarm> watch(Dataset dataset, FoldPlan plan) {
    List<Fold> folds = new ArrayList<>(plan.folds());
    folds.add(plan.refit());
    for (int k = 0; k < folds.size(); k++) {
      Dataset other = changedFrom(dataset, firstAsked(folds.get(k)));
      if (path.split(other) instanceof SplitResult.Cut(FoldPlan again)) {
        Fold fold = k < again.folds().size() ? again.folds().get(k) : again.refit();
        if (!path.standardizer(dataset, folds.get(k)).equals(path.standardizer(other, fold))) {
          return List.of(
              new LeakAlarm(
                  Canary.STANDARDIZER,
                  "fold %d is standardized otherwise when rows of its later parts change"
                      .formatted(fold.number())));
        }
      }
    }
    return List.of();
  }

  /** Open time of the first bar that is validated or judged. */
  private static long firstAsked(Fold fold) {
    long first = Long.MAX_VALUE;
    for (SampleSet part : List.of(fold.validation(), fold.test())) {
      for (int i = 0; i < part.size(); i++) {
        first = Math.min(first, part.openEpochSecond(i));
      }
    }
    return first;
  }

  private static Dataset changedFrom(Dataset dataset, long epochSecond) {
    return new Dataset(
        dataset.timeframe(),
        dataset.label(),
        dataset.symbols().stream().map(samples -> changedFrom(samples, epochSecond)).toList(),
        dataset.simulated(),
        dataset.hash());
  }

  private static SymbolSamples changedFrom(SymbolSamples samples, long epochSecond) {
    FeatureMatrix matrix = samples.matrix();
    float[] values = matrix.values().clone();
    for (int bar = matrix.firstBar(); bar < matrix.series().size(); bar++) {
      if (matrix.series().openEpochSecond(bar) >= epochSecond) {
        for (int f = 0; f < FeatureSchema.FEATURES; f++) {
          int i = matrix.rowOffset(bar) + f;
          values[i] = 5 - 3 * values[i];
        }
      }
    }
    return samples.withMatrix(
        new FeatureMatrix(matrix.series(), matrix.firstBar(), values, matrix.atr()));
  }
}
