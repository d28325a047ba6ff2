package com.aicashevolution.lstm;

/**
 * Elementary functions in float32 whose bits are ours: additions, multiplications, divisions and
 * fused multiply-adds in a fixed order, nothing of the platform's own {@code Math.exp}. {@code
 * VectorMath} is the same text over lanes.
 *
 * <p>Method: for {@code a ≥ 0}, {@code k = round(a / ln 2)} and {@code r = a − k · ln 2}, so that
 * {@code |r| ≤ ln 2 / 2} and {@code e^−a = 2^−k · e^−r}. {@code e^−r − 1} is a polynomial of degree
 * six with the first coefficient fixed at −1, the others minimax for the relative error (1.8e-8).
 * One constant for ln 2 suffices because the fused product is exact: the constant's own error,
 * 1.9e-9, is multiplied by {@code k ≤ 126}.
 *
 * <p>Functions of a signed argument work on its magnitude, where no denominator leaves [1, 2] and
 * nothing overflows; so {@code tanh(−x) = −tanh(x)} to the bit. NaN gives NaN.
 */
public final class FloatMath {

  /** Largest exponent that {@code e^−a} resolves; beyond it the result stays at {@code e^−87}. */
  static final float EXP_LIMIT = 87f;

  /** From here on tanh is 1 in float32: {@code 2 e^−20 = 4e-9}. */
  static final float TANH_LIMIT = 10f;

  static final float LOG2_E = 0x1.715476p0f;
  static final float LN_2 = 0x1.62e43p-1f;
  static final float HALF_LN_2 = LN_2 / 2;

  /** 1.5 · 2^23: adding it rounds to an integer, which then stands in the low bits. */
  static final float ROUNDER = 12_582_912f;

  static final int EXPONENT_OF_ONE = 127 << 23;
  static final int MANTISSA_BITS = 23;

  // e^−r − 1 = −r + r² (E2 + r (E3 + r (E4 + r (E5 + r E6))))
  static final float E2 = 0x1.fffffep-2f;
  static final float E3 = -0x1.5554bp-3f;
  static final float E4 = 0x1.555674p-5f;
  static final float E5 = -0x1.1227f6p-7f;
  static final float E6 = 0x1.6bebf2p-10f;

  // The same in u = r / 2 with the sign turned: 1 − e^−2u = 2u − u² (...). Scaling by powers of two
  // is exact.
  static final float T2 = -4 * E2;
  static final float T3 = -8 * E3;
  static final float T4 = -16 * E4;
  static final float T5 = -32 * E5;
  static final float T6 = -64 * E6;

  private FloatMath() {}

  /**
   * {@code e^−a}, relative error at most 4e-7 for {@code a} in [0, 87]; 1.6e-38 for anything
   * larger.
   *
   * @param a at least 0
   */
  public static float expOfMinus(float a) {
    float b = a > EXP_LIMIT ? EXP_LIMIT : a;
    float rounded = Math.fma(b, LOG2_E, ROUNDER);
    float k = rounded - ROUNDER;
    float r = Math.fma(k, -LN_2, b);
    float q = Math.fma(r, E6, E5);
    q = Math.fma(r, q, E4);
    q = Math.fma(r, q, E3);
    q = Math.fma(r, q, E2);
    float p = Math.fma(r * r, q, -r);
    float s = powerOfTwo(rounded);
    return Math.fma(s, p, s);
  }

  /**
   * {@code 1 − e^−2x}, the numerator of tanh, without cancellation near zero; relative error at
   * most 3e-7.
   *
   * @param x at least 0
   */
  static float tanhNumerator(float x) {
    float b = x > TANH_LIMIT ? TANH_LIMIT : x;
    float rounded = Math.fma(b, 2 * LOG2_E, ROUNDER);
    float k = rounded - ROUNDER;
    float u = Math.fma(k, -HALF_LN_2, b);
    float q = Math.fma(u, T6, T5);
    q = Math.fma(u, q, T4);
    q = Math.fma(u, q, T3);
    q = Math.fma(u, q, T2);
    float p = Math.fma(u * u, q, u + u);
    float s = powerOfTwo(rounded);
    return Math.fma(s, p, 1 - s);
  }

  /** {@code 1 / (1 + e^−x)}, relative error at most 6e-7 for {@code x ≥ −87}, e^−87 below. */
  public static float sigmoid(float x) {
    float e = expOfMinus(Math.abs(x));
    return (x < 0 ? e : 1) / (1 + e);
  }

  /** Hyperbolic tangent, relative error at most 6e-7 everywhere. */
  public static float tanh(float x) {
    float m = tanhNumerator(Math.abs(x));
    return Math.copySign(m, x) / (2 - m);
  }

  /** {@code 2^−k} where {@code rounded = k + ROUNDER}. */
  private static float powerOfTwo(float rounded) {
    return Float.intBitsToFloat(
        EXPONENT_OF_ONE - (Float.floatToRawIntBits(rounded) << MANTISSA_BITS));
  }
}
