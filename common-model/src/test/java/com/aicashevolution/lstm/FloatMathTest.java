package com.aicashevolution.lstm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Scans the float line against Java's double functions, which are within one ulp of the truth. */
class FloatMathTest {

  /** Every so many of the floats from {@code from} to {@code to} is tried. */
  private static final int STRIDE = 1009;

  @Test
  void exponentialStaysWithinItsErrorBound() {
    assertThat(worst(0, 87, FloatMath::expOfMinus, a -> Math.exp(-a))).isLessThan(4e-7);
  }

  @Test
  void tanhStaysWithinItsErrorBoundOverTheWholeLine() {
    assertThat(worst(0, 1e30f, FloatMath::tanh, Math::tanh)).isLessThan(6e-7);
  }

  @Test
  void sigmoidStaysWithinItsErrorBoundOnBothSides() {
    assertThat(worst(0, 1e30f, FloatMath::sigmoid, x -> 1 / (1 + Math.exp(-x)))).isLessThan(6e-7);
    assertThat(worst(0, 87, x -> FloatMath.sigmoid(-x), x -> 1 / (1 + Math.exp(x))))
        .isLessThan(6e-7);
  }

  @Test
  void tanhIsOddToTheBit() {
    for (float x = 0.0001f; x < 20; x *= 1.01f) {
      assertThat(FloatMath.tanh(-x)).isEqualTo(-FloatMath.tanh(x));
    }
    assertThat(Float.floatToRawIntBits(FloatMath.tanh(-0f)))
        .isEqualTo(Float.floatToRawIntBits(-0f));
  }

  @Test
  void saturatesWithoutOverflow() {
    assertThat(FloatMath.expOfMinus(0)).isEqualTo(1);
    assertThat(FloatMath.expOfMinus(Float.POSITIVE_INFINITY)).isBetween(1e-38f, 2e-38f);
    assertThat(FloatMath.tanh(Float.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(FloatMath.tanh(Float.NEGATIVE_INFINITY)).isEqualTo(-1);
    assertThat(FloatMath.sigmoid(Float.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(FloatMath.sigmoid(Float.NEGATIVE_INFINITY)).isBetween(0f, 2e-38f);
  }

  @Test
  void notANumberStaysOne() {
    assertThat(FloatMath.expOfMinus(Float.NaN)).isNaN();
    assertThat(FloatMath.tanh(Float.NaN)).isNaN();
    assertThat(FloatMath.sigmoid(Float.NaN)).isNaN();
  }

  private static double worst(
      float from, float to, FloatFunction function, DoubleUnaryOperator truth) {
    double worst = 0;
    int last = Float.floatToIntBits(to);
    for (int bits = Float.floatToIntBits(from); bits <= last; bits += STRIDE) {
      float x = Float.intBitsToFloat(bits);
      double expected = truth.applyAsDouble(x);
      double error = Math.abs(function.apply(x) - expected);
      worst = Math.max(worst, expected == 0 ? error : error / Math.abs(expected));
    }
    return worst;
  }

  @FunctionalInterface
  private interface FloatFunction {
    float apply(float x);
  }
}
