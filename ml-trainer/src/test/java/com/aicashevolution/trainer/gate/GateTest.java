package com.aicashevolution.trainer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.evaluation.TradingMetrics;
import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.model.GateVerdict.GateCheck;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTest {

  private final Gate gate = new Gate(new GateProperties(100, 0.55, 0.45, 0.6, 0.95));

  @Test
  void passesWhatReachesEveryMinimumExactly() {
    GateVerdict verdict = gate.judge(evidence(100, 100, 0.55, 0.6, 0.45, 0.0001));

    assertThat(verdict.passed()).isTrue();
    assertThat(verdict.reasons()).isEmpty();
    assertThat(verdict.checks())
        .extracting(GateCheck::name)
        .containsExactly(
            "min_training_samples",
            "min_test_samples",
            "min_accuracy",
            "min_f1",
            "min_win_rate",
            "skill_over_majority");
  }

  @Test
  void refusesEachMinimumThatIsMissedAloneAndSaysBothNumbers() {
    assertRefused(evidence(99, 100, 0.55, 0.6, 0.45, 0.01), "training samples 99 is below 100");
    assertRefused(
        evidence(100, 99, 0.55, 0.6, 0.45, 0.01), "samples in the untouched tail 99 is below 100");
    assertRefused(evidence(100, 100, 0.5499, 0.6, 0.45, 0.01), "accuracy 0.5499 is below 0.55");
    assertRefused(evidence(100, 100, 0.55, 0.59, 0.45, 0.01), "macro F1 0.59 is below 0.6");
    assertRefused(
        evidence(100, 100, 0.55, 0.6, 0.4, 0.01),
        "win rate of 7 acted-on signals 0.4 is below 0.45");
  }

  @Test
  void refusesSkillThatChanceExplainsHoweverGoodTheNumbers() {
    GateVerdict verdict = gate.judge(evidence(10_000, 10_000, 0.99, 0.99, 0.99, 0.0));

    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.reasons())
        .containsExactly(
            "accuracy exceeds the best constant answer by 0.1, 95% lower bound 0 (bootstrap over 40"
                + " blocks of 24 bars), which is not above 0");
  }

  @Test
  void namesEveryReasonAtOnce() {
    assertThat(gate.judge(evidence(1, 1, 0.1, 0.1, 0.1, -0.1)).reasons()).hasSize(6);
  }

  @Test
  void refusesWhatIsNotANumber() {
    GateVerdict verdict =
        gate.judge(evidence(1000, 1000, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    assertThat(verdict.reasons()).hasSize(4);
  }

  private void assertRefused(Evidence evidence, String reason) {
    GateVerdict verdict = gate.judge(evidence);
    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.reasons()).containsExactly(reason);
  }

  private static Evidence evidence(
      int train, int test, double accuracy, double f1, double winRate, double skillLower) {
    ClassificationMetrics model =
        new ClassificationMetrics(test, accuracy, accuracy, f1, 1, 0.5, 0.01, List.of());
    return new Evidence(
        train,
        new EvaluationReport(
            model, Map.of("majority", model), new TradingMetrics(7, winRate, 1, 0, 0.1)),
        new Skill(0.1, skillLower, 0.95, 24, 40));
  }
}
