package com.aicashevolution.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConformalCoverageTest {

  /** Admits what has a probability of 0.3 or more. */
  private static final ConformalClassifier SETS = new ConformalClassifier(0.1, 0.7, 99);

  /** Sets {SELL}, {SELL, HOLD}, {HOLD, BUY} and {BUY}: three hold the label of their row. */
  private static final float[] PROBABILITIES = {
    0.8f, 0.1f, 0.1f, 0.4f, 0.4f, 0.2f, 0.2f, 0.35f, 0.45f, 0.29f, 0.29f, 0.42f
  };

  @Test
  void countsWhatTheSetsHoldAndHowLargeTheyAre() {
    ConformalCoverage coverage = ConformalCoverage.of(SETS, new int[] {0, 1, 0, 2}, PROBABILITIES);

    assertThat(coverage).isEqualTo(new ConformalCoverage(0.1, 4, 0.75, 1.5, 0.5));
  }

  @Test
  void poolsByTheNumberOfRows() {
    ConformalCoverage pooled =
        ConformalCoverage.pooled(
            List.of(
                new ConformalCoverage(0.1, 10, 1, 1, 1),
                new ConformalCoverage(0.1, 30, 0.8, 2, 0)));

    assertThat(pooled.samples()).isEqualTo(40);
    assertThat(pooled.coverage()).isCloseTo(0.85, within(1e-12));
    assertThat(pooled.meanSize()).isCloseTo(1.75, within(1e-12));
    assertThat(pooled.decided()).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void refusesToPoolWhatWasPromisedDifferently() {
    assertThatThrownBy(
            () ->
                ConformalCoverage.pooled(
                    List.of(
                        new ConformalCoverage(0.1, 10, 1, 1, 1),
                        new ConformalCoverage(0.2, 10, 1, 1, 1))))
        .hasMessage("parts must have one miscoverage, had 0.1 and 0.2");
    assertThatThrownBy(() -> ConformalCoverage.of(SETS, new int[0], new float[0]))
        .hasMessageContaining("had 0");
  }
}
