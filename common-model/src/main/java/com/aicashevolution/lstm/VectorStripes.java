package com.aicashevolution.lstm;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link LaneStripes} with {@code jdk.incubator.vector}: the only sums over samples, and so over
 * lanes; a narrow vector goes through its samples once for each of its shares of the stripes.
 */
final class VectorStripes implements LaneStripes {

  private static final VectorSpecies<Float> SPECIES = KernelSpecies.of(MethodHandles.lookup());
  private static final int LANES = SPECIES.length();
  private static final int GATES = LstmParameters.GATES;
  private static final int SAMPLES = LstmTraining.SAMPLES;
  private static final int STRIPES = LstmTraining.STRIPES;

  @Override
  public void gradients(
      int rows,
      int steps,
      float[] x,
      int xOffset,
      int xStep,
      float[] d,
      int dOffset,
      int dStep,
      float[] stripes,
      int stripesOffset) {
    for (int stripe = 0; stripe < STRIPES; stripe += LANES) {
      int from = dOffset + stripe * GATES;
      int to = stripesOffset + stripe;
      int k = 0;
      for (; k + 4 <= rows; k += 4) {
        int row = xOffset + k * SAMPLES + stripe;
        gradients4(steps, x, row, xStep, d, from, dStep, stripes, to + k * GATES * STRIPES);
      }
      for (; k < rows; k++) {
        int row = xOffset + k * SAMPLES + stripe;
        gradients1(steps, x, row, xStep, d, from, dStep, stripes, to + k * GATES * STRIPES);
      }
    }
  }

  /** Four rows by four gates, one vector of stripes. */
  private static void gradients4(
      int steps,
      float[] x,
      int xOffset,
      int xStep,
      float[] d,
      int dOffset,
      int dStep,
      float[] stripes,
      int g0) {
    int g1 = g0 + GATES * STRIPES;
    int g2 = g1 + GATES * STRIPES;
    int g3 = g2 + GATES * STRIPES;
    FloatVector s00 = FloatVector.fromArray(SPECIES, stripes, g0);
    FloatVector s01 = FloatVector.fromArray(SPECIES, stripes, g0 + STRIPES);
    FloatVector s02 = FloatVector.fromArray(SPECIES, stripes, g0 + 2 * STRIPES);
    FloatVector s03 = FloatVector.fromArray(SPECIES, stripes, g0 + 3 * STRIPES);
    FloatVector s10 = FloatVector.fromArray(SPECIES, stripes, g1);
    FloatVector s11 = FloatVector.fromArray(SPECIES, stripes, g1 + STRIPES);
    FloatVector s12 = FloatVector.fromArray(SPECIES, stripes, g1 + 2 * STRIPES);
    FloatVector s13 = FloatVector.fromArray(SPECIES, stripes, g1 + 3 * STRIPES);
    FloatVector s20 = FloatVector.fromArray(SPECIES, stripes, g2);
    FloatVector s21 = FloatVector.fromArray(SPECIES, stripes, g2 + STRIPES);
    FloatVector s22 = FloatVector.fromArray(SPECIES, stripes, g2 + 2 * STRIPES);
    FloatVector s23 = FloatVector.fromArray(SPECIES, stripes, g2 + 3 * STRIPES);
    FloatVector s30 = FloatVector.fromArray(SPECIES, stripes, g3);
    FloatVector s31 = FloatVector.fromArray(SPECIES, stripes, g3 + STRIPES);
    FloatVector s32 = FloatVector.fromArray(SPECIES, stripes, g3 + 2 * STRIPES);
    FloatVector s33 = FloatVector.fromArray(SPECIES, stripes, g3 + 3 * STRIPES);
    int row = xOffset;
    int delta = dOffset;
    for (int t = 0; t < steps; t++) {
      for (int s = 0; s < SAMPLES; s += STRIPES) {
        int at = delta + s * GATES;
        FloatVector d0 = FloatVector.fromArray(SPECIES, d, at);
        FloatVector d1 = FloatVector.fromArray(SPECIES, d, at + LANES);
        FloatVector d2 = FloatVector.fromArray(SPECIES, d, at + 2 * LANES);
        FloatVector d3 = FloatVector.fromArray(SPECIES, d, at + 3 * LANES);
        FloatVector x0 = FloatVector.fromArray(SPECIES, x, row + s);
        s00 = x0.fma(d0, s00);
        s01 = x0.fma(d1, s01);
        s02 = x0.fma(d2, s02);
        s03 = x0.fma(d3, s03);
        FloatVector x1 = FloatVector.fromArray(SPECIES, x, row + SAMPLES + s);
        s10 = x1.fma(d0, s10);
        s11 = x1.fma(d1, s11);
        s12 = x1.fma(d2, s12);
        s13 = x1.fma(d3, s13);
        FloatVector x2 = FloatVector.fromArray(SPECIES, x, row + 2 * SAMPLES + s);
        s20 = x2.fma(d0, s20);
        s21 = x2.fma(d1, s21);
        s22 = x2.fma(d2, s22);
        s23 = x2.fma(d3, s23);
        FloatVector x3 = FloatVector.fromArray(SPECIES, x, row + 3 * SAMPLES + s);
        s30 = x3.fma(d0, s30);
        s31 = x3.fma(d1, s31);
        s32 = x3.fma(d2, s32);
        s33 = x3.fma(d3, s33);
      }
      row += xStep;
      delta += dStep;
    }
    s00.intoArray(stripes, g0);
    s01.intoArray(stripes, g0 + STRIPES);
    s02.intoArray(stripes, g0 + 2 * STRIPES);
    s03.intoArray(stripes, g0 + 3 * STRIPES);
    s10.intoArray(stripes, g1);
    s11.intoArray(stripes, g1 + STRIPES);
    s12.intoArray(stripes, g1 + 2 * STRIPES);
    s13.intoArray(stripes, g1 + 3 * STRIPES);
    s20.intoArray(stripes, g2);
    s21.intoArray(stripes, g2 + STRIPES);
    s22.intoArray(stripes, g2 + 2 * STRIPES);
    s23.intoArray(stripes, g2 + 3 * STRIPES);
    s30.intoArray(stripes, g3);
    s31.intoArray(stripes, g3 + STRIPES);
    s32.intoArray(stripes, g3 + 2 * STRIPES);
    s33.intoArray(stripes, g3 + 3 * STRIPES);
  }

  /** One row by four gates. */
  private static void gradients1(
      int steps,
      float[] x,
      int xOffset,
      int xStep,
      float[] d,
      int dOffset,
      int dStep,
      float[] stripes,
      int g) {
    FloatVector s0 = FloatVector.fromArray(SPECIES, stripes, g);
    FloatVector s1 = FloatVector.fromArray(SPECIES, stripes, g + STRIPES);
    FloatVector s2 = FloatVector.fromArray(SPECIES, stripes, g + 2 * STRIPES);
    FloatVector s3 = FloatVector.fromArray(SPECIES, stripes, g + 3 * STRIPES);
    int row = xOffset;
    int delta = dOffset;
    for (int t = 0; t < steps; t++) {
      for (int s = 0; s < SAMPLES; s += STRIPES) {
        int at = delta + s * GATES;
        FloatVector v = FloatVector.fromArray(SPECIES, x, row + s);
        s0 = v.fma(FloatVector.fromArray(SPECIES, d, at), s0);
        s1 = v.fma(FloatVector.fromArray(SPECIES, d, at + LANES), s1);
        s2 = v.fma(FloatVector.fromArray(SPECIES, d, at + 2 * LANES), s2);
        s3 = v.fma(FloatVector.fromArray(SPECIES, d, at + 3 * LANES), s3);
      }
      row += xStep;
      delta += dStep;
    }
    s0.intoArray(stripes, g);
    s1.intoArray(stripes, g + STRIPES);
    s2.intoArray(stripes, g + 2 * STRIPES);
    s3.intoArray(stripes, g + 3 * STRIPES);
  }
}
