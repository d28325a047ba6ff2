package com.aicashevolution.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ClassWeightsTest {

  @Property
  void theMeanWeightOfASampleIsOne(
      @ForAll @IntRange(min = 1, max = 100_000) int a,
      @ForAll @IntRange(min = 1, max = 100_000) int b,
      @ForAll @IntRange(min = 0, max = 100_000) int c,
      @ForAll @DoubleRange(min = 0, max = 1) double power) {
    float[] weights = ClassWeights.of(new double[] {a, b, c}, power);
    double mean =
        ((double) a * weights[0] + (double) b * weights[1] + (double) c * weights[2])
            / ((double) a + b + c);
    assertThat(mean).isCloseTo(1, within(1e-5));
  }

  @Test
  void powerZeroWeighsAllAlikeAndPowerOneBalances() {
    assertThat(ClassWeights.of(new double[] {10, 80, 10}, 0)).containsExactly(1, 1, 1);
    float[] balanced = ClassWeights.of(new double[] {10, 80, 10}, 1);
    assertThat(10 * balanced[0]).isCloseTo(80 * balanced[1], within(1e-3f));
    assertThat(balanced[0]).isEqualTo(balanced[2]);
  }

  @Test
  void aClassThatNeverOccursWeighsOne() {
    assertThat(ClassWeights.of(new double[] {0, 5, 5}, 1)).containsExactly(1, 1, 1);
    assertThat(ClassWeights.of(new double[] {0, 0, 0}, 1)).containsExactly(1, 1, 1);
  }
}
