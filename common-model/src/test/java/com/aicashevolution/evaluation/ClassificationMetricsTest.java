package com.aicashevolution.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Numbers marked scikit-learn are the worked examples in the documentation of scikit-learn 1.7,
 * {@code sklearn.metrics}; the others are worked by hand beside the assertion.
 */
class ClassificationMetricsTest {

  @Test
  void confusionMatrixOfScikitLearnsExample() {
    ClassificationMetrics metrics =
        ClassificationMetrics.of(
            new int[] {2, 0, 2, 2, 0, 1}, certain(new int[] {0, 0, 2, 2, 0, 2}));
    assertThat(metrics.confusion())
        .isEqualTo(List.of(List.of(2, 0, 0), List.of(0, 0, 1), List.of(1, 0, 2)));
    assertThat(metrics.samples()).isEqualTo(6);
    assertThat(metrics.accuracy()).isEqualTo(4 / 6.0, within(1e-15));
  }

  @Test
  void macroF1AndBalancedAccuracyOfScikitLearnsExample() {
    // f1_score(average='macro') 0.267, recall_score(average='macro') 0.33
    ClassificationMetrics metrics =
        ClassificationMetrics.of(
            new int[] {0, 1, 2, 0, 1, 2}, certain(new int[] {0, 2, 1, 0, 0, 1}));
    assertThat(metrics.macroF1()).isEqualTo(0.8 / 3, within(1e-12));
    assertThat(metrics.balancedAccuracy()).isEqualTo(1 / 3.0, within(1e-12));
  }

  @Test
  void logLossOfScikitLearnsExample() {
    // log_loss(["spam", "ham", "ham", "spam"], [[.1, .9], [.9, .1], [.8, .2], [.35, .65]])
    float[] probabilities = {.1f, 0, .9f, .9f, 0, .1f, .8f, 0, .2f, .35f, 0, .65f};
    assertThat(ClassificationMetrics.of(new int[] {2, 0, 0, 2}, probabilities).logLoss())
        .isEqualTo(0.21616, within(5e-6));
  }

  @Test
  void brierScoreOfScikitLearnsMultiClassExample() {
    // brier_score_loss(["eggs", "ham", "spam"], ...) 0.146
    float[] probabilities = {.8f, .1f, .1f, .2f, .7f, .1f, .2f, .2f, .6f};
    assertThat(ClassificationMetrics.of(new int[] {0, 1, 2}, probabilities).brier())
        .isEqualTo(0.44 / 3, within(1e-7));
  }

  @Test
  void classesWithoutLabelsDoNotCountInMeans() {
    // only SELL and BUY occur; SELL recall 1/2, BUY recall 1; F1 2/3 and 1
    ClassificationMetrics metrics =
        ClassificationMetrics.of(new int[] {0, 0, 2}, certain(new int[] {0, 1, 2}));
    assertThat(metrics.balancedAccuracy()).isEqualTo(0.75, within(1e-12));
    assertThat(metrics.macroF1()).isEqualTo((2 / 3.0 + 1) / 2, within(1e-12));
  }

  @Test
  void calibrationErrorWeighsEachBinsGap() {
    // three answers at 0.9 with one right: |1/3 − 0.9|; one at 0.5, right: |1 − 0.5|
    float[] probabilities = {.9f, .1f, 0, .9f, .1f, 0, .9f, .1f, 0, .25f, .25f, .5f};
    assertThat(
            ClassificationMetrics.of(new int[] {0, 1, 2, 2}, probabilities)
                .expectedCalibrationError())
        .isEqualTo(0.75 * (0.9 - 1 / 3.0) + 0.25 * 0.5, within(1e-7));
  }

  @Test
  void answersThatAreRightAsOftenAsTheyClaimHaveNoCalibrationError() {
    float[] probabilities = {.75f, .25f, 0, .75f, .25f, 0, .75f, .25f, 0, .75f, .25f, 0};
    assertThat(
            ClassificationMetrics.of(new int[] {0, 0, 0, 1}, probabilities)
                .expectedCalibrationError())
        .isEqualTo(0, within(1e-12));
  }

  @Test
  void anImpossibleAnswerThatHappenedCostsALot() {
    ClassificationMetrics metrics = ClassificationMetrics.of(new int[] {2}, new float[] {1, 0, 0});
    assertThat(metrics.logLoss()).isEqualTo(-Math.log(1e-7), within(1e-9));
    assertThat(metrics.brier()).isEqualTo(2);
  }

  @Test
  void refusesNothingAndTheWrongShape() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassificationMetrics.of(new int[0], new float[0]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassificationMetrics.of(new int[2], new float[5]))
        .withMessage("probabilities must be 2 x 3, were 5 values");
  }

  private static float[] certain(int[] predicted) {
    float[] probabilities = new float[3 * predicted.length];
    for (int n = 0; n < predicted.length; n++) {
      probabilities[3 * n + predicted[n]] = 1;
    }
    return probabilities;
  }
}
