package com.aicashevolution.trainer.gate;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.ConformalClassifier;
import com.aicashevolution.evaluation.ConformalCoverage;
import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.evaluation.Skill;
import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.evaluation.WalkForwardReport;
import com.aicashevolution.evaluation.WalkForwardReport.ConformalResult;
import com.aicashevolution.evaluation.WalkForwardReport.FitResult;
import com.aicashevolution.evaluation.WalkForwardReport.FoldResult;
import com.aicashevolution.evaluation.WalkForwardReport.HoldoutResult;
import com.aicashevolution.evaluation.WalkForwardReport.SeedResult;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.FoldPlan;
import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.training.FoldFit;
import com.aicashevolution.trainer.training.baseline.Baseline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Judges a run's fits on what they were not fitted on, and the published network on the holdout.
 * Immutable, thread-safe.
 */
public final class WalkForwardExamination {

  private final FoldPlan plan;
  private final double confidence;
  private final Set<String> learned;
  private final Set<String> unlearned;
  private final Examination outOfFold;
  private final Examination holdout;

  /**
   * Fits the baselines, on each fold and on the whole development part.
   *
   * @param horizonBars of the labels
   * @param confidence of every bound, one-sided
   */
  public WalkForwardExamination(
      FoldPlan plan, List<Baseline> baselines, int horizonBars, double confidence) {
    this(plan, baselines, horizonBars, confidence, BaselineAnswers.of(plan, baselines));
  }

  private WalkForwardExamination(
      FoldPlan plan,
      List<Baseline> baselines,
      int horizonBars,
      double confidence,
      BaselineAnswers answers) {
    this.plan = plan;
    this.confidence = confidence;
    this.learned = names(baselines, true);
    this.unlearned = names(baselines, false);
    this.outOfFold = new Examination(plan.outOfFold(), answers.onFolds(), horizonBars);
    this.holdout = new Examination(plan.refit().test(), answers.onHoldout(), horizonBars);
  }

  /**
   * The same examination, its baselines fitted beside each other.
   *
   * @param parallelism baselines fitted at once, &ge; 1; no figure depends on it
   * @throws InterruptedException if the thread is interrupted while they are fitted
   */
  public static WalkForwardExamination inParallel(
      FoldPlan plan, List<Baseline> baselines, int horizonBars, double confidence, int parallelism)
      throws InterruptedException {
    BaselineAnswers answers = BaselineAnswers.inParallel(plan, baselines, parallelism);
    return new WalkForwardExamination(plan, baselines, horizonBars, confidence, answers);
  }

  private static Set<String> names(List<Baseline> baselines, boolean learned) {
    return baselines.stream()
        .filter(baseline -> baseline.learned() == learned)
        .map(Baseline::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Judges every seed on all folds together and chooses how to refit.
   *
   * @param fits every fold with every seed, ordered by seed and then by fold
   */
  public OutOfFold outOfFold(List<FoldFit> fits) {
    int folds = plan.folds().size();
    List<SeedFits> seeds = new ArrayList<>();
    for (int from = 0; from < fits.size(); from += folds) {
      seeds.add(judged(fits.subList(from, from + folds)));
    }
    SeedFits chosen = median(seeds);
    return new OutOfFold(
        seeds.stream().map(SeedFits::result).toList(),
        plan.folds().stream().map(fold -> foldResult(fold, fits)).toList(),
        chosen.report(),
        refit(chosen.result().seed(), fits),
        chosen.accuracy(),
        seeds.stream().map(SeedFits::sets).toList());
  }

  /**
   * Judges the published network on the holdout, which must happen once.
   *
   * @param probabilities of {@code plan.refit().test()}, calibrated
   */
  public WalkForwardReport withHoldout(OutOfFold judged, float[] probabilities) {
    ResampledMean accuracy = holdout.accuracy(probabilities);
    SampleSet samples = plan.refit().test();
    return new WalkForwardReport(
        judged.seeds(),
        judged.folds(),
        new HoldoutResult(
            openTime(samples, 0),
            openTime(samples, samples.size() - 1),
            holdout.report(probabilities),
            accuracy.interval(confidence),
            accuracy.minus(judged.accuracy(), confidence)),
        new ConformalResult(
            judged.refit().sets(),
            judged.sets(),
            ConformalCoverage.of(judged.refit().sets(), samples.labels(), probabilities)));
  }

  /** One seed's fits of all folds, judged. */
  private record SeedFits(
      SeedResult result, EvaluationReport report, ResampledMean accuracy, ConformalCoverage sets) {}

  private SeedFits judged(List<FoldFit> ofSeed) {
    float[] probabilities = joined(ofSeed.stream().map(FoldFit::probabilities).toList());
    EvaluationReport report = outOfFold.report(probabilities);
    ResampledMean accuracy = outOfFold.accuracy(probabilities);
    Map<String, Skill> skills =
        new TreeMap<>(outOfFold.skillOver(unlearned, probabilities, confidence));
    skills.put(
        Examination.BEST_CONSTANT, outOfFold.skillOverBestConstant(probabilities, confidence));
    return new SeedFits(
        new SeedResult(
            ofSeed.getFirst().seed(),
            report.model(),
            report.trading(),
            outOfFold.dailyRisk(probabilities),
            accuracy.interval(confidence),
            skills,
            outOfFold.skillOver(learned, probabilities, confidence)),
        report,
        accuracy,
        sets(ofSeed));
  }

  /** Each fold by its own quantile. */
  private ConformalCoverage sets(List<FoldFit> ofSeed) {
    return ConformalCoverage.pooled(
        ofSeed.stream()
            .map(
                fit ->
                    ConformalCoverage.of(
                        fit.sets(),
                        plan.folds().get(fit.fold()).test().labels(),
                        fit.probabilities()))
            .toList());
  }

  private FoldResult foldResult(Fold fold, List<FoldFit> fits) {
    int[] labels = fold.test().labels();
    List<FitResult> results = new ArrayList<>();
    for (FoldFit fit : fits) {
      if (fit.fold() == fold.number()) {
        ClassificationMetrics metrics = ClassificationMetrics.of(labels, fit.probabilities());
        results.add(
            new FitResult(
                fit.seed(),
                fit.bestEpoch(),
                fit.calibration().temperature(),
                metrics.accuracy(),
                metrics.logLoss()));
      }
    }
    return new FoldResult(
        fold.number(),
        openTime(fold.test(), 0),
        openTime(fold.test(), fold.test().size() - 1),
        fold.train().size(),
        fold.validation().size(),
        fold.test().size(),
        results);
  }

  /** Of two in the middle the worse. */
  private static SeedFits median(List<SeedFits> seeds) {
    List<SeedFits> sorted =
        seeds.stream()
            .sorted(
                Comparator.comparingDouble((SeedFits s) -> s.result().model().logLoss())
                    .thenComparingLong(s -> s.result().seed()))
            .toList();
    return sorted.get(sorted.size() / 2);
  }

  /** Of two in the middle the later. */
  private static int medianEpoch(List<FoldFit> fits) {
    int[] epochs = fits.stream().mapToInt(FoldFit::bestEpoch).sorted().toArray();
    return Math.max(1, epochs[epochs.length / 2]);
  }

  /** One temperature and one quantile for the logits of all seeds on all folds. */
  private OutOfFold.RefitChoice refit(long seed, List<FoldFit> fits) {
    int[] labels = plan.outOfFold().labels();
    int seeds = fits.size() / plan.folds().size();
    int[] repeated =
        Collections.nCopies(seeds, labels).stream().flatMapToInt(Arrays::stream).toArray();
    float[] logits = joined(fits.stream().map(FoldFit::logits).toList());
    TemperatureScaling calibration = TemperatureScaling.fit(logits, repeated);
    return new OutOfFold.RefitChoice(
        seed,
        medianEpoch(fits),
        calibration,
        ConformalClassifier.fit(
            repeated, calibration.applyAll(logits), ConformalClassifier.DEFAULT_MISCOVERAGE));
  }

  static float[] joined(List<float[]> parts) {
    float[] joined = new float[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }

  private static Instant openTime(SampleSet samples, int i) {
    return Instant.ofEpochSecond(samples.openEpochSecond(i));
  }
}
