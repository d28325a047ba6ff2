package com.aicashevolution.trainer.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.feature.TrainFold;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.dataset.SymbolSamples;
import com.aicashevolution.trainer.dataset.SyntheticSamples;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TailExaminationTest {

  private static final SymbolSamples SAMPLES =
      withResults(SyntheticSamples.samples(Symbol.of("EURUSD"), 300, 5));
  private static final SampleSet SET = SampleSet.all(List.of(SAMPLES));
  private static final Fold FOLD =
      new Fold(
          0, SET, SET, SET, new TrainFold(List.of(new TrainFold.Part(SAMPLES.matrix(), 399, 500))));

  @Test
  void knowingAllAnswersIsSkillAndWins() {
    Evidence evidence = TailExamination.of(FOLD, answering(0.9f, true), 6, 0.95);

    assertThat(evidence.report().model().accuracy()).isEqualTo(1);
    assertThat(evidence.skill().lower()).isPositive();
    int trades = SAMPLES.count(Direction.BUY) + SAMPLES.count(Direction.SELL);
    assertThat(evidence.report().trading().trades()).isEqualTo(trades);
    assertThat(evidence.report().trading().winRate()).isEqualTo(1);
  }

  @Test
  void aConstantAnswerHasNoSkillEvenIfItIsTheBest() {
    int[] counts = SET.classCounts();
    int best = 0;
    for (int c = 1; c < 3; c++) {
      best = counts[c] > counts[best] ? c : best;
    }
    float[] constant = new float[3 * SET.size()];
    for (int i = 0; i < SET.size(); i++) {
      constant[3 * i + best] = 1;
    }
    Skill skill = TailExamination.of(FOLD, constant, 6, 0.95).skill();

    assertThat(skill.difference()).isZero();
    assertThat(skill.lower()).isZero();
    assertThat(skill.blockBars()).isEqualTo(24);
  }

  @Test
  void signalsBelowSixtyPercentAreNotActedOn() {
    Evidence evidence = TailExamination.of(FOLD, answering(0.59f, true), 6, 0.95);

    assertThat(evidence.report().model().accuracy()).isEqualTo(1);
    assertThat(evidence.report().trading().trades()).isZero();
    assertThat(evidence.report().trading().winRate()).isZero();
  }

  @Test
  void wrongTradesCostWhatTheLabelSays() {
    Evidence evidence = TailExamination.of(FOLD, answering(0.9f, false), 6, 0.95);
    assertThat(evidence.report().trading().winRate()).isZero();
    assertThat(evidence.report().trading().expectancyAtr()).isCloseTo(-1.6, within(1e-6));
  }

  @Test
  void theMajorityBaselineAnswersWithTheTrainingPartsShares() {
    int[] counts = SET.classCounts();
    double best = (double) Arrays.stream(counts).max().orElseThrow() / SET.size();

    assertThat(TailExamination.of(FOLD, answering(0.9f, true), 6, 0.95).report().baselines())
        .hasEntrySatisfying(
            "majority", majority -> assertThat(majority.accuracy()).isCloseTo(best, within(1e-12)));
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
        samples.matrix(), samples.horizonBars(), samples.bars(), samples.classes(), buy, sell, 0);
  }
}
