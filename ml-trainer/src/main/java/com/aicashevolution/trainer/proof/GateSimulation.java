package com.aicashevolution.trainer.proof;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.ConformalClassifier;
import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.FoldPlan;
import com.aicashevolution.trainer.dataset.SplitResult;
import com.aicashevolution.trainer.dataset.WalkForward;
import com.aicashevolution.trainer.gate.Evidence;
import com.aicashevolution.trainer.gate.Gate;
import com.aicashevolution.trainer.gate.OutOfFold;
import com.aicashevolution.trainer.gate.WalkForwardExamination;
import com.aicashevolution.trainer.training.FoldFit;
import com.aicashevolution.trainer.training.baseline.Baseline;
import com.aicashevolution.trainer.training.baseline.LastBar;
import com.aicashevolution.trainer.training.baseline.Prior;
import com.aicashevolution.trainer.training.baseline.Volatility;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains again and again on one growing history and gathers each time what a gate is asked to
 * decide on, with a ledger that grows along. The learned baselines are left out, which can only
 * make passing easier. Immutable, thread-safe.
 *
 * @param retrains looks at the history, each further into it than the one before; the last sees all
 *     of it
 * @param confidence of every bound, {@link Gate#confidence}
 */
public record GateSimulation(WalkForward split, int seeds, int retrains, double confidence) {

  private static final List<Baseline> BASELINES =
      List.of(new Prior(), LastBar.persistence(), LastBar.reversal(), new Volatility());

  /**
   * What each retrain of {@code history} found, in order.
   *
   * @throws IllegalArgumentException if a part of the history is too short to be cut
   */
  public List<Evidence> retrainsOf(Dataset history) {
    List<Evidence> evidence = new ArrayList<>();
    for (int r = 1; r <= retrains; r++) {
      Dataset seen = upTo(history, 0.5 + 0.5 * r / retrains);
      switch (split.split(seen, Integer.MAX_VALUE)) {
        case SplitResult.Cut(FoldPlan plan) ->
            evidence.add(evidence(seen, plan, (long) r * seeds * split.folds()));
        case SplitResult.TooLittleData _ ->
            throw new IllegalArgumentException(
                "a history of " + seen.size() + " samples is too short to be cut");
      }
    }
    return evidence;
  }

  private static Dataset upTo(Dataset history, double share) {
    return new Dataset(
        history.timeframe(),
        history.label(),
        history.symbols().stream().map(s -> s.first((int) (s.size() * share))).toList(),
        history.simulated(),
        history.hash());
  }

  private Evidence evidence(Dataset seen, FoldPlan plan, long trials) {
    WalkForwardExamination examination =
        new WalkForwardExamination(plan, BASELINES, seen.label().horizonBars(), confidence);
    List<FoldFit> fits = new ArrayList<>();
    for (long seed = 1; seed <= seeds; seed++) {
      for (Fold fold : plan.folds()) {
        fits.add(fit(fold, seed));
      }
    }
    OutOfFold judged = examination.outOfFold(fits);
    Fold refit = plan.refit();
    float[] logits =
        SoftmaxRegression.fit(
                refit.train(), Standardizer.fit(refit.standardizing()), judged.refit().seed())
            .logits(refit.test());
    Evidence.Data data =
        new Evidence.Data(
            plan.leastTrainSamples(),
            judged.report().model().samples(),
            refit.test().size(),
            seen.simulated(),
            (double) seen.excludedForGaps() / (seen.size() + seen.excludedForGaps()),
            trials);
    return new Evidence(
        data, examination.withHoldout(judged, judged.refit().calibration().applyAll(logits)));
  }

  private static FoldFit fit(Fold fold, long seed) {
    SoftmaxRegression regression =
        SoftmaxRegression.fit(fold.train(), Standardizer.fit(fold.standardizing()), seed);
    float[] logits = regression.logits(fold.validation());
    int[] labels = fold.validation().labels();
    TemperatureScaling calibration = TemperatureScaling.fit(logits, labels);
    float[] calibrated = calibration.applyAll(logits);
    return new FoldFit(
        fold.number(),
        seed,
        1,
        1,
        0,
        calibration,
        ConformalClassifier.fit(labels, calibrated, ConformalClassifier.DEFAULT_MISCOVERAGE),
        ClassificationMetrics.of(labels, calibrated),
        regression.logits(fold.test()));
  }
}
