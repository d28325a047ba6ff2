package com.aicashevolution.trainer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.evaluation.Interval;
import com.aicashevolution.evaluation.SharpeRatio;
import com.aicashevolution.evaluation.Skill;
import com.aicashevolution.evaluation.TradeRisk;
import com.aicashevolution.evaluation.TradingMetrics;
import com.aicashevolution.evaluation.WalkForwardReport;
import com.aicashevolution.evaluation.WalkForwardReport.HoldoutResult;
import com.aicashevolution.evaluation.WalkForwardReport.SeedResult;
import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.model.GateVerdict.GateCheck;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final Instant T = Instant.parse("2026-01-05T00:00:00Z");
  private static final Evidence.Data DATA = new Evidence.Data(100, 100, 100, true, 0.1, 12);
  private static final Figures BARELY = new Figures(0.55, 0.6, 0.45, 0.01, 0.1);
  private static final Figures GOOD = new Figures(0.7, 0.7, 0.6, 0.3, 0.02);

  private final Gate gate =
      new Gate(new GateProperties(100, 0.55, 0.45, 0.6, 0.01, 0.1, 0.1, 0.05, 0.95, 0.75, 0.95));

  /**
   * What is measured of a seed or in the holdout; accuracy is the lower bound where there is one.
   */
  private record Figures(
      double accuracy, double f1, double winRate, double coverage, double calibrationError) {}

  @Test
  void passesWhatReachesEveryMinimumExactly() {
    GateVerdict verdict =
        gate.judge(evidence(DATA, List.of(seed(BARELY, 0.0001)), holdout(BARELY, 0)));

    assertThat(verdict.reasons()).isEmpty();
    assertThat(verdict.passed()).isTrue();
    assertThat(verdict.checks())
        .extracting(GateCheck::name)
        .containsExactly(
            "min_training_samples",
            "min_test_samples",
            "min_holdout_samples",
            "data_quality",
            "leak_canaries",
            "min_accuracy",
            "min_f1",
            "min_win_rate",
            "min_coverage",
            "max_calibration_error",
            "deflated_sharpe",
            "skill_over_majority",
            "skill_over_volatility",
            "shortfall_of_boosted_trees",
            "holdout_accuracy",
            "holdout_f1",
            "holdout_win_rate",
            "holdout_calibration_error",
            "holdout_agrees");
  }

  @Test
  void refusesTooLittleOrTooPatchyData() {
    assertRefused(
        data(new Evidence.Data(99, 100, 100, true, 0, 1)),
        "training samples of the smallest fold 99 is below 100");
    assertRefused(
        data(new Evidence.Data(100, 99, 100, true, 0, 1)),
        "samples judged out of fold 99 is below 100");
    assertRefused(
        data(new Evidence.Data(100, 100, 99, true, 0, 1)),
        "samples in the holdout 99 is below 100");
    assertRefused(
        data(new Evidence.Data(100, 100, 100, true, 0.11, 1)),
        "share of bars left out for gaps 0.11 is above 0.1");
  }

  @Test
  void refusesWhateverACanarySaysItWasToldOfTheFuture() {
    Evidence.Data told =
        new Evidence.Data(100, 100, 100, true, 0, 1, List.of("a window changes", "a label does"));
    assertRefused(data(told), "leak: a window changes; a label does");
    assertThat(gate.judge(data(DATA)).checks())
        .anyMatch(check -> check.sentence().equals("no leak canary raised an alarm"));
  }

  @Test
  void refusesEachMinimumThatTheWorstSeedMissesAndSaysBothNumbers() {
    assertRefused(
        worst(new Figures(0.5499, 0.6, 0.45, 0.01, 0.1)),
        "accuracy 0.5699 of the worst of 2 seeds, whose 95% lower bound 0.5499 is below 0.55");
    assertRefused(worst(new Figures(0.55, 0.59, 0.45, 0.01, 0.1)), "macro F1 0.59 is below 0.6");
    assertRefused(
        worst(new Figures(0.55, 0.6, 0.4, 0.01, 0.1)),
        "win rate of 7 acted-on signals 0.4 is below 0.45");
    assertRefused(
        worst(new Figures(0.55, 0.6, 0.45, 0.009, 0.1)),
        "share of bars acted on 0.009 is below 0.01");
    assertRefused(
        worst(new Figures(0.55, 0.6, 0.45, 0.01, 0.11)),
        "expected calibration error 0.11 is above 0.1");
  }

  @Test
  void refusesSkillThatChanceExplainsInOneSeedHoweverGoodTheOthers() {
    GateVerdict verdict =
        gate.judge(
            evidence(DATA, List.of(seed(GOOD, 0.2), seed(GOOD, 0), seed(GOOD, 0.3)), good()));

    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.reasons())
        .containsExactly(
            "accuracy exceeds volatility by 0.1, 95% lower bound 0 (bootstrap over 40 blocks of 24"
                + " bars), which is not above 0");
  }

  /** 0.2 a day over 101 days is 98 % sure alone, and hardly the best of a thousand. */
  @Test
  void refusesASharpeRatioThatTheLuckiestOfAllTrialsWouldHaveShown() {
    SeedResult good = seed(GOOD, 0.1);
    SeedResult lucky =
        new SeedResult(
            8,
            good.model(),
            good.trading(),
            risk(0.2),
            good.accuracy(),
            good.skillOver(),
            good.skillOverLearned());
    Evidence.Data once = new Evidence.Data(100, 100, 100, true, 0, 1);
    Evidence.Data often = new Evidence.Data(100, 100, 100, true, 0, 1_000);

    assertThat(gate.judge(evidence(once, List.of(good, lucky), good())).passed()).isTrue();
    GateVerdict verdict = gate.judge(evidence(often, List.of(good, lucky), good()));
    assertThat(verdict.reasons())
        .singleElement()
        .asString()
        .startsWith(
            "Sharpe ratio 0.2 a day over 101 days, deflated by 1000 trials in the ledger, is no luck"
                + " with a confidence that 0.1")
        .endsWith(" is below 0.95");
  }

  private static TradeRisk risk(double sharpe) {
    return new TradeRisk(3, 1, new SharpeRatio(sharpe, 101, 0, 3));
  }

  @Test
  void refusesWhatALearnedBaselineClearlyDoesBetter() {
    SeedResult good = seed(GOOD, 0.1);
    SeedResult outdone =
        new SeedResult(
            8,
            good.model(),
            good.trading(),
            good.dailyRisk(),
            good.accuracy(),
            good.skillOver(),
            Map.of("boosted_trees", new Skill(-0.04, -0.051, 0.95, 24, 40)));
    assertRefused(
        evidence(DATA, List.of(good, outdone), good()),
        "accuracy falls short of boosted trees by 0.04, 95% lower bound -0.051 (bootstrap over 40"
            + " blocks of 24 bars), which is not above -0.05");
  }

  @Test
  void refusesAHoldoutThatDisagreesOrMissesAMinimum() {
    assertRefused(
        onHoldout(holdout(GOOD, -0.001)),
        "accuracy in the holdout differs from out of fold by -0.101, whose 95% upper bound -0.001"
            + " is below 0");
    assertRefused(
        onHoldout(holdout(new Figures(0.54, 0.6, 0.45, 0, 0.1), 0)),
        "accuracy in the holdout 0.54 is below 0.55");
    assertRefused(
        onHoldout(holdout(new Figures(0.55, 0.59, 0.45, 0, 0.1), 0)),
        "macro F1 in the holdout 0.59 is below 0.6");
    assertRefused(
        onHoldout(holdout(new Figures(0.55, 0.6, 0.4, 0, 0.1), 0)),
        "win rate of 7 acted-on signals in the holdout 0.4 is below 0.45");
    assertRefused(
        onHoldout(holdout(new Figures(0.55, 0.6, 0.45, 0, 0.2), 0)),
        "expected calibration error in the holdout 0.2 is above 0.1");
  }

  @Test
  void takesWhatIsTooGoodOnRealCandlesForALeakAndOnSimulatedOnesForAnEdge() {
    List<SeedResult> tooGood = List.of(seed(new Figures(0.74, 0.9, 0.9, 0.5, 0.01), 0.3));
    Evidence.Data real = new Evidence.Data(1_000, 1_000, 1_000, false, 0, 1);

    assertThat(gate.judge(evidence(DATA, tooGood, good())).passed()).isTrue();
    assertThat(gate.judge(evidence(real, tooGood, good())).reasons())
        .containsExactly(
            "leak suspicion: accuracy 0.76 on real candles is above 0.75; look for the future in"
                + " the features before you believe it");
    assertThat(gate.judge(evidence(real, List.of(seed(GOOD, 0.1)), good())).passed()).isTrue();
  }

  @Test
  void namesEveryReasonAtOnce() {
    Figures bad = new Figures(0.1, 0.1, 0.1, 0, 0.9);
    Evidence.Data none = new Evidence.Data(1, 1, 1, true, 1, 1);
    assertThat(gate.judge(evidence(none, List.of(seed(bad, -1)), holdout(bad, -1))).reasons())
        .hasSize(18);
  }

  @Test
  void refusesWhatIsNotANumberInOneSeed() {
    double nan = Double.NaN;
    Figures bad = new Figures(nan, nan, nan, nan, nan);
    GateVerdict verdict =
        gate.judge(evidence(DATA, List.of(seed(GOOD, 0.1), seed(bad, nan)), good()));
    assertThat(verdict.reasons()).hasSize(9);
  }

  private void assertRefused(Evidence evidence, String reason) {
    GateVerdict verdict = gate.judge(evidence);
    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.reasons()).containsExactly(reason);
  }

  private static Evidence data(Evidence.Data data) {
    return evidence(data, List.of(seed(GOOD, 0.1)), good());
  }

  private static Evidence worst(Figures figures) {
    return evidence(DATA, List.of(seed(GOOD, 0.1), seed(figures, 0.1)), good());
  }

  private static Evidence onHoldout(HoldoutResult holdout) {
    return evidence(DATA, List.of(seed(GOOD, 0.1)), holdout);
  }

  private static Evidence evidence(
      Evidence.Data data, List<SeedResult> seeds, HoldoutResult holdout) {
    return new Evidence(data, new WalkForwardReport(seeds, List.of(), holdout, null));
  }

  private static SeedResult seed(Figures figures, double skillLower) {
    double accuracy = figures.accuracy() + 0.02;
    return new SeedResult(
        7,
        metrics(accuracy, figures),
        trading(figures),
        risk(figures.winRate() > 0.2 ? 0.5 : 0),
        new Interval(accuracy, figures.accuracy(), accuracy + 0.02, 0.95),
        Map.of(
            "majority",
            new Skill(0.2, skillLower + 0.1, 0.95, 24, 40),
            "volatility",
            new Skill(0.1, skillLower, 0.95, 24, 40)),
        Map.of("boosted_trees", new Skill(-0.01, skillLower - 0.05, 0.95, 24, 40)));
  }

  private static HoldoutResult good() {
    return holdout(GOOD, 0.1);
  }

  private static HoldoutResult holdout(Figures figures, double changeUpper) {
    return new HoldoutResult(
        T,
        T.plusSeconds(3_600),
        new EvaluationReport(metrics(figures.accuracy(), figures), Map.of(), trading(figures)),
        new Interval(figures.accuracy(), 0, 1, 0.95),
        new Interval(changeUpper - 0.1, changeUpper - 0.2, changeUpper, 0.95));
  }

  private static ClassificationMetrics metrics(double accuracy, Figures figures) {
    return new ClassificationMetrics(
        100, accuracy, accuracy, figures.f1(), 1, 0.5, figures.calibrationError(), List.of());
  }

  private static TradingMetrics trading(Figures figures) {
    return new TradingMetrics(7, figures.winRate(), 1, 0, figures.coverage());
  }
}
