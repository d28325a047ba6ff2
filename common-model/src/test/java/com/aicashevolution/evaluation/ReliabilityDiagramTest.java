package com.aicashevolution.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReliabilityDiagramTest {

  /** SELL at 0.9 three times, right once; BUY at 0.5, right. */
  private static final float[] PROBABILITIES = {
    .9f, .1f, 0, .9f, .1f, 0, .9f, .1f, 0, .25f, .25f, .5f
  };

  private static final int[] LABELS = {0, 1, 2, 2};

  @Test
  void saysHowOftenEachConfidenceWasRight() {
    ReliabilityDiagram diagram = ReliabilityDiagram.of(LABELS, PROBABILITIES, 10);
    assertThat(diagram.bins()).hasSize(10);
    assertThat(diagram.samples()).isEqualTo(4);
    ReliabilityDiagram.Bin half = diagram.bins().get(4);
    assertThat(half.samples()).isEqualTo(1);
    assertThat(half.accuracy()).isOne();
    assertThat(half.lower()).isEqualTo(0.4);
    ReliabilityDiagram.Bin high = diagram.bins().get(8);
    assertThat(high.samples()).isEqualTo(3);
    assertThat(high.accuracy()).isEqualTo(1 / 3.0, within(1e-15));
    assertThat(high.confidence()).isEqualTo(0.9, within(1e-7));
  }

  @Test
  void givesTheCalibrationErrorOfTheMetrics() {
    assertThat(ReliabilityDiagram.of(LABELS, PROBABILITIES, 10).expectedCalibrationError())
        .isEqualTo(0.75 * (0.9 - 1 / 3.0) + 0.25 * 0.5, within(1e-7))
        .isEqualTo(ClassificationMetrics.of(LABELS, PROBABILITIES).expectedCalibrationError());
  }

  @Test
  void oneBinComparesTheMeans() {
    assertThat(ReliabilityDiagram.of(LABELS, PROBABILITIES, 1).expectedCalibrationError())
        .isEqualTo(3.2 / 4 - 2 / 4.0, within(1e-7));
  }

  @Test
  void refusesNoBinsAndTheWrongShape() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReliabilityDiagram.of(LABELS, PROBABILITIES, 0))
        .withMessage("bins must be >= 1, were 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReliabilityDiagram.of(LABELS, new float[3], 10))
        .withMessage("probabilities must be 4 x 3, were 3 values");
  }
}
