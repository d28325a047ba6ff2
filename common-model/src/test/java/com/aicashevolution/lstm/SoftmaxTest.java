package com.aicashevolution.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SoftmaxTest {

  @Test
  void agreesWithTheFormulaAndLeavesTheNeighboursAlone() {
    float[] values = {9, 1.5f, -0.25f, 3, 9};
    Softmax.inPlace(values, 1, 3);
    double[] expected = DoubleReference.softmax(new double[] {1.5, -0.25, 3});
    for (int i = 0; i < 3; i++) {
      assertThat((double) values[1 + i]).isCloseTo(expected[i], within(expected[i] * 1e-6));
    }
    assertThat(values[0]).isEqualTo(9);
    assertThat(values[4]).isEqualTo(9);
  }

  @Test
  void survivesLogitsThatWouldOverflow() {
    float[] values = {3e38f, -3e38f, 0};
    Softmax.inPlace(values, 0, 3);
    assertThat(values[0]).isEqualTo(1);
    assertThat(values[1]).isBetween(0f, 2e-38f);
    assertThat(values[2]).isBetween(0f, 2e-38f);
  }

  @Test
  void isTheSameForShiftedLogits() {
    float[] low = {1, 2, 4};
    float[] high = {1025, 1026, 1028};
    Softmax.inPlace(low, 0, 3);
    Softmax.inPlace(high, 0, 3);
    assertThat(high).containsExactly(low);
  }

  @Test
  void neverHidesNotANumber() {
    float[] values = {1, Float.NaN, 2};
    Softmax.inPlace(values, 0, 3);
    assertThat(values[0]).isNaN();
    assertThat(values[1]).isNaN();
    assertThat(values[2]).isNaN();
  }
}
