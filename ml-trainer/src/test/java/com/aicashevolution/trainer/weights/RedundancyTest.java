package com.aicashevolution.trainer.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RedundancyTest {

  /** Columns 0 and 1 are opposites, column 2 is orthogonal to both, column 3 never moves. */
  private static final double[][] ROWS = {
    {1, -1, 1, 0}, {1, -1, -1, 0}, {-1, 1, 1, 0}, {-1, 1, -1, 0}
  };

  @Test
  void countsThoseThatSayTheSameWhateverTheirSign() {
    assertThat(Redundancy.of(ROWS)).containsExactly(new double[] {2, 2, 1, 1}, within(1e-12));
  }
}
