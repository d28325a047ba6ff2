package com.aicashevolution.trainer.gate;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.evaluation.ReliabilityDiagram;
import com.aicashevolution.evaluation.SharpeRatio;
import com.aicashevolution.evaluation.Skill;
import com.aicashevolution.evaluation.TradeRisk;
import com.aicashevolution.feature.TrainFold;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.training.baseline.Baseline;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Judges a published network on any period by the measures of the gate. Nothing is fitted: the
 * baselines that learn nothing of where the price goes are told the period's own labels, which can
 * only flatter them. Immutable, thread-safe.
 */
public final class PeriodExamination {

  private final List<Baseline> baselines;
  private final double confidence;

  /**
   * Creates an examination.
   *
   * @param baselines those that learn are left out
   * @param confidence of every bound, one-sided
   */
  public PeriodExamination(List<Baseline> baselines, double confidence) {
    this.baselines = baselines.stream().filter(baseline -> !baseline.learned()).toList();
    this.confidence = confidence;
  }

  /**
   * Judges {@code probabilities}.
   *
   * @param samples at least one
   * @param rows feature rows of the samples' windows
   * @param probabilities calibrated, row-major {@code [samples.size(), 3]}
   * @param horizonBars of the labels
   * @param trials fits of the line in the ledger
   */
  public PeriodReport examine(
      SampleSet samples, TrainFold rows, float[] probabilities, int horizonBars, long trials) {
    Fold told = new Fold(0, samples, samples, samples, rows);
    Map<String, float[]> answers = new TreeMap<>();
    baselines.forEach(each -> answers.put(each.name(), each.probabilities(told)));
    Examination examination = new Examination(samples, answers, horizonBars);
    EvaluationReport report = examination.report(probabilities);
    Set<String> names = baselines.stream().map(Baseline::name).collect(Collectors.toSet());
    Map<String, Skill> skills =
        new TreeMap<>(examination.skillOver(names, probabilities, confidence));
    skills.put(
        Examination.BEST_CONSTANT, examination.skillOverBestConstant(probabilities, confidence));
    TradeRisk risk = examination.dailyRisk(probabilities);
    SharpeRatio sharpe = risk.sharpe();
    return new PeriodReport(
        report,
        report.model().matthewsCorrelation(),
        ReliabilityDiagram.of(
            samples.labels(), probabilities, ClassificationMetrics.RELIABILITY_BINS),
        examination.accuracy(probabilities).interval(confidence),
        skills,
        risk,
        sharpe.probabilistic(0),
        sharpe.deflated(
            Math.clamp(trials, 1, Integer.MAX_VALUE), 1.0 / Math.max(1, sharpe.observations() - 1)),
        trials);
  }
}
