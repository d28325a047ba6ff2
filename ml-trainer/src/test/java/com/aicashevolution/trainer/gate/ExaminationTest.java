package com.aicashevolution.trainer.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.evaluation.Skill;
import com.aicashevolution.evaluation.TradeRisk;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.dataset.SymbolSamples;
import com.aicashevolution.trainer.dataset.SyntheticSamples;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExaminationTest {

  private static final SymbolSamples SAMPLES =
      withResults(SyntheticSamples.samples(Symbol.of("EURUSD"), 300, 5));
  private static final SampleSet SET = SampleSet.all(List.of(SAMPLES));
  private static final float[] CONSTANT = constant(mostFrequent());
  private static final Examination EXAMINATION =
      new Examination(SET, Map.of("constant", CONSTANT, "oracle", answering(0.9f, true)), 6);

  @Test
  void knowingAllAnswersIsSkillAndWins() {
    EvaluationReport report = EXAMINATION.report(answering(0.9f, true));

    assertThat(report.model().accuracy()).isEqualTo(1);
    int trades = SAMPLES.count(Direction.BUY) + SAMPLES.count(Direction.SELL);
    assertThat(report.trading().trades()).isEqualTo(trades);
    assertThat(report.trading().winRate()).isEqualTo(1);
    assertThat(EXAMINATION.accuracy(answering(0.9f, true)).interval(0.95).lower()).isEqualTo(1);
    assertThat(skill(answering(0.9f, true), "constant").lower()).isPositive();
  }

  @Test
  void aConstantAnswerHasNoSkillEvenIfItIsTheBest() {
    Skill skill = EXAMINATION.skillOverBestConstant(CONSTANT, 0.95);

    assertThat(skill.difference()).isZero();
    assertThat(skill.lower()).isZero();
    assertThat(skill.blockBars()).isEqualTo(24);
  }

  @Test
  void whoeverFallsShortOfABaselineHasNegativeSkillOverIt() {
    assertThat(skill(CONSTANT, "oracle").difference()).isNegative();
    assertThat(skill(answering(0.9f, true), "oracle").lower()).isZero();
  }

  @Test
  void everyBaselineIsJudgedOnTheSameSamples() {
    EvaluationReport report = EXAMINATION.report(answering(0.9f, false));
    assertThat(report.baselines())
        .hasEntrySatisfying("oracle", its -> assertThat(its.accuracy()).isEqualTo(1))
        .hasEntrySatisfying("constant", its -> assertThat(its.samples()).isEqualTo(SET.size()));
  }

  @Test
  void signalsBelowSixtyPercentAreNotActedOn() {
    EvaluationReport report = EXAMINATION.report(answering(0.59f, true));

    assertThat(report.model().accuracy()).isEqualTo(1);
    assertThat(report.trading().trades()).isZero();
    assertThat(report.trading().winRate()).isZero();
  }

  @Test
  void wrongTradesCostWhatTheLabelSays() {
    EvaluationReport report = EXAMINATION.report(answering(0.9f, false));
    assertThat(report.trading().winRate()).isZero();
    assertThat(report.trading().expectancyAtr()).isCloseTo(-1.6, within(1e-6));
  }

  /** 300 hourly bars from Monday midnight plus 418: thirteen or fourteen days. */
  @Test
  void tradesAreSummedByTheDayTheyWereSignalled() {
    TradeRisk right = EXAMINATION.dailyRisk(answering(0.9f, true));
    TradeRisk abstaining = EXAMINATION.dailyRisk(answering(0.59f, true));

    assertThat(right.sharpe().observations()).isBetween(13, 14);
    assertThat(right.sharpe().ratio()).isPositive();
    assertThat(right.maxDrawdown()).isZero();
    assertThat(abstaining.sharpe().ratio()).isZero();
    assertThat(EXAMINATION.dailyRisk(answering(0.9f, false)).maxDrawdown()).isGreaterThan(100);
  }

  private static Skill skill(float[] probabilities, String baseline) {
    return Objects.requireNonNull(
        EXAMINATION.skillOver(Set.of(baseline), probabilities, 0.95).get(baseline), baseline);
  }

  private static int mostFrequent() {
    int[] counts = SET.classCounts();
    int best = 0;
    for (int c = 1; c < 3; c++) {
      best = counts[c] > counts[best] ? c : best;
    }
    return best;
  }

  private static float[] constant(int answer) {
    float[] constant = new float[3 * SET.size()];
    for (int i = 0; i < SET.size(); i++) {
      constant[3 * i + answer] = 1;
    }
    return constant;
  }

  /** Probability {@code p} for the label, or for the direction opposite to it. */
  private static float[] answering(float p, boolean right) {
    float[] probabilities = new float[3 * SET.size()];
    for (int i = 0; i < SET.size(); i++) {
      int label = SET.label(i).ordinal();
      int answer = right ? label : 2 - label;
      for (int c = 0; c < 3; c++) {
        probabilities[3 * i + c] = c == answer ? p : (1 - p) / 2;
      }
    }
    return probabilities;
  }

  /** A trade in the label's direction brings 1.5 ATR, one against it costs 1.6. */
  private static SymbolSamples withResults(SymbolSamples samples) {
    float[] buy = new float[samples.size()];
    float[] sell = new float[samples.size()];
    for (int p = 0; p < samples.size(); p++) {
      buy[p] = samples.label(p) == Direction.BUY ? 1.5f : -1.6f;
      sell[p] = samples.label(p) == Direction.SELL ? 1.5f : -1.6f;
    }
    return new SymbolSamples(
        samples.matrix(),
        samples.horizonBars(),
        samples.bars(),
        samples.exitBars(),
        samples.classes(),
        buy,
        sell,
        0);
  }
}
