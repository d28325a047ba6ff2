package com.aicashevolution.trainer.gate;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.evaluation.Interval;
import com.aicashevolution.evaluation.SharpeRatio;
import com.aicashevolution.evaluation.Skill;
import com.aicashevolution.evaluation.WalkForwardReport.HoldoutResult;
import com.aicashevolution.evaluation.WalkForwardReport.SeedResult;
import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.model.GateVerdict.GateCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Decides whether a trained version may serve: on its worst seed, on the lower bounds of what that
 * seed showed out of fold, and on a holdout that must not disagree. Immutable, thread-safe.
 */
public final class Gate {

  private final GateProperties minimums;

  public Gate(GateProperties minimums) {
    this.minimums = minimums;
  }

  /** Fewest windows a network may be fitted on. */
  public int minTrainingSamples() {
    return minimums.minTrainingSamples();
  }

  /** Confidence of every bound {@link #judge} reads. */
  public double confidence() {
    return minimums.confidence();
  }

  /** Every check is made, also after one has failed: the verdict names all reasons. */
  public GateVerdict judge(Evidence evidence) {
    List<GateCheck> checks = new ArrayList<>();
    data(checks, evidence.data());
    outOfFold(checks, evidence.report().seeds());
    checks.add(luck(evidence));
    skill(checks, evidence.report().seeds());
    holdout(checks, evidence.report().holdout());
    if (!evidence.data().simulated()) {
      checks.add(ceiling(evidence));
    }
    return GateVerdict.of(checks);
  }

  private void data(List<GateCheck> checks, Evidence.Data data) {
    int least = minimums.minTrainingSamples();
    checks.add(
        Check.atLeast(
            "min_training_samples",
            "training samples of the smallest fold",
            data.leastTrainSamples(),
            least));
    checks.add(
        Check.atLeast(
            "min_test_samples", "samples judged out of fold", data.outOfFoldSamples(), least));
    checks.add(
        Check.atLeast(
            "min_holdout_samples", "samples in the holdout", data.holdoutSamples(), least));
    checks.add(
        Check.atMost(
            "data_quality",
            "share of bars left out for gaps",
            data.excludedShare(),
            minimums.maxExcludedShare()));
    checks.add(Check.noLeak(data.leaks()));
  }

  private void outOfFold(List<GateCheck> checks, List<SeedResult> seeds) {
    SeedResult worst = least(seeds, seed -> seed.accuracy().lower());
    checks.add(
        Check.atLeast(
            "min_accuracy",
            "accuracy "
                + Check.number(worst.accuracy().value())
                + " of the worst of "
                + seeds.size()
                + " seeds, whose "
                + percent()
                + " lower bound",
            worst.accuracy().lower(),
            minimums.minAccuracy()));
    checks.add(
        Check.atLeast(
            "min_f1",
            "macro F1",
            least(seeds, seed -> seed.model().macroF1()).model().macroF1(),
            minimums.minF1()));
    SeedResult losing = least(seeds, seed -> seed.trading().winRate());
    checks.add(
        Check.atLeast(
            "min_win_rate",
            "win rate of " + losing.trading().trades() + " acted-on signals",
            losing.trading().winRate(),
            minimums.minWinRate()));
    checks.add(
        Check.atLeast(
            "min_coverage",
            "share of bars acted on",
            least(seeds, seed -> seed.trading().coverage()).trading().coverage(),
            minimums.minCoverage()));
    checks.add(
        Check.atMost(
            "max_calibration_error",
            "expected calibration error",
            least(seeds, seed -> -seed.model().expectedCalibrationError())
                .model()
                .expectedCalibrationError(),
            minimums.maxCalibrationError()));
  }

  /**
   * How likely the worst seed's trades are better than the luckiest of so many trials. The variance
   * of worthless trials' ratios over n days is 1 / (n − 1) (Lo, 2002, with a true ratio of 0).
   */
  private GateCheck luck(Evidence evidence) {
    int trials = Math.clamp(evidence.data().trials(), 1, Integer.MAX_VALUE);
    SharpeRatio worst =
        least(evidence.report().seeds(), seed -> deflated(seed.dailyRisk().sharpe(), trials))
            .dailyRisk()
            .sharpe();
    return Check.atLeast(
        "deflated_sharpe",
        "Sharpe ratio %s a day over %d days, deflated by %d trials in the ledger, is no luck with a confidence that"
            .formatted(Check.number(worst.ratio()), worst.observations(), trials),
        deflated(worst, trials),
        minimums.minDeflatedSharpe());
  }

  private static double deflated(SharpeRatio sharpe, int trials) {
    return sharpe.deflated(trials, 1.0 / Math.max(1, sharpe.observations() - 1));
  }

  private void skill(List<GateCheck> checks, List<SeedResult> seeds) {
    worstSkills(seeds.stream().map(SeedResult::skillOver).toList())
        .forEach((baseline, worst) -> checks.add(Check.skill(baseline, worst)));
    worstSkills(seeds.stream().map(SeedResult::skillOverLearned).toList())
        .forEach(
            (baseline, worst) ->
                checks.add(Check.shortfall(baseline, worst, minimums.maxShortfall())));
  }

  /** Of each baseline the least lower bound of any seed. */
  private static Map<String, Skill> worstSkills(List<Map<String, Skill>> bySeed) {
    Map<String, Skill> worst = new TreeMap<>();
    for (Map<String, Skill> skills : bySeed) {
      skills.forEach(
          (baseline, skill) ->
              worst.merge(
                  baseline,
                  skill,
                  (a, b) -> worst(Skill::lower, b) < worst(Skill::lower, a) ? b : a));
    }
    return worst;
  }

  private void holdout(List<GateCheck> checks, HoldoutResult holdout) {
    EvaluationReport report = holdout.report();
    checks.add(
        Check.atLeast(
            "holdout_accuracy",
            "accuracy in the holdout",
            report.model().accuracy(),
            minimums.minAccuracy()));
    checks.add(
        Check.atLeast(
            "holdout_f1", "macro F1 in the holdout", report.model().macroF1(), minimums.minF1()));
    checks.add(
        Check.atLeast(
            "holdout_win_rate",
            "win rate of " + report.trading().trades() + " acted-on signals in the holdout",
            report.trading().winRate(),
            minimums.minWinRate()));
    checks.add(
        Check.atMost(
            "holdout_calibration_error",
            "expected calibration error in the holdout",
            report.model().expectedCalibrationError(),
            minimums.maxCalibrationError()));
    Interval change = holdout.change();
    checks.add(
        Check.atLeast(
            "holdout_agrees",
            "accuracy in the holdout differs from out of fold by "
                + Check.number(change.value())
                + ", whose "
                + percent()
                + " upper bound",
            change.upper(),
            0));
  }

  private GateCheck ceiling(Evidence evidence) {
    double highest =
        evidence.report().seeds().stream()
            .mapToDouble(seed -> seed.model().accuracy())
            .max()
            .orElseThrow();
    EvaluationReport holdout = evidence.report().holdout().report();
    highest = Math.max(highest, holdout.model().accuracy());
    for (ClassificationMetrics baseline : holdout.baselines().values()) {
      highest = Math.max(highest, baseline.accuracy());
    }
    return Check.suspicion(highest, minimums.accuracyCeiling());
  }

  private static SeedResult least(List<SeedResult> seeds, ToDoubleFunction<SeedResult> figure) {
    return seeds.stream().min(Comparator.comparingDouble(s -> worst(figure, s))).orElseThrow();
  }

  /** What is not a number is worse than any that is. */
  private static <T> double worst(ToDoubleFunction<T> figure, T of) {
    double value = figure.applyAsDouble(of);
    return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
  }

  private String percent() {
    return Check.number(100 * minimums.confidence()) + "%";
  }
}
