package com.aicashevolution.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.signal.Probabilities;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnswerReferenceTest {

  private static final List<Probabilities> HISTORY = answers(1, 6_000, 0);
  private static final AnswerReference REFERENCE =
      AnswerReference.calibrate(HISTORY, CheckPlan.DAILY);

  @Test
  void saysWhatWasAnswered() {
    assertThat(REFERENCE.answers()).isEqualTo(6_000);
    assertThat(REFERENCE.windowAnswers()).isEqualTo(240);
    assertThat(REFERENCE.classShares().stream().mapToDouble(x -> x).sum())
        .isEqualTo(1, within(1e-9));
    assertThat(REFERENCE.classShares().get(1)).isBetween(0.2, 0.5);
    assertThat(REFERENCE.confidence().subList(0, 3)).containsOnly(0.0);
  }

  /** Over many references: the limit of one is an estimate, and as lucky as its history. */
  @Test
  void isExceededByAnswersOfTheSameKindAboutAsRarelyAsPlanned() {
    int checks = 0;
    int alarms = 0;
    for (int seed = 100; seed < 140; seed++) {
      List<Probabilities> all = answers(seed, 18_000, 0);
      AnswerReference reference = AnswerReference.calibrate(all.subList(0, 6_000), CheckPlan.DAILY);
      for (int end = 6_240; end <= all.size(); end += 24) {
        checks++;
        alarms += drifted(reference.judge(all.subList(0, end))).isEmpty() ? 0 : 1;
      }
    }
    assertThat((double) alarms / checks).isLessThan(2 / CheckPlan.DAILY.answerRunLength());
  }

  @Test
  void namesTheClassesThatBeganToPrevailAndTheConfidenceThatGrew() {
    assertThat(drifted(REFERENCE.judge(answers(3, 240, 2))))
        .containsExactly(AnswerReference.CLASS_SHARES, AnswerReference.CONFIDENCE);
  }

  @Test
  void refusesTooFewAnswersByNumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnswerReference.calibrate(HISTORY.subList(0, 2_879), CheckPlan.DAILY))
        .withMessage("answers must be at least 2880, were 2879");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REFERENCE.judge(HISTORY.subList(0, 239)))
        .withMessage("recent answers must be at least 240, were 239");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new AnswerReference(1, 240, REFERENCE.classShares(), REFERENCE.confidence(), 0, 1))
        .withMessage("classBound must be finite and > 0, was 0.0");
  }

  private static List<String> drifted(List<DistributionVerdict.Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.value() > finding.bound())
        .map(DistributionVerdict.Finding::column)
        .toList();
  }

  /** Softmax of scores that wander as a market does; the last is lifted by {@code lift}. */
  private static List<Probabilities> answers(long seed, int count, double lift) {
    Random random = new Random(seed);
    List<Probabilities> answers = new ArrayList<>(count);
    double[] score = new double[3];
    for (int i = 0; i < count; i++) {
      double[] power = new double[3];
      double sum = 0;
      for (int c = 0; c < 3; c++) {
        score[c] = 0.9 * score[c] + 0.4 * random.nextGaussian();
        power[c] = Math.exp(score[c] + (c == 2 ? lift : 0));
        sum += power[c];
      }
      answers.add(
          new Probabilities(
              (float) (power[0] / sum), (float) (power[1] / sum), (float) (power[2] / sum)));
    }
    return answers;
  }
}
