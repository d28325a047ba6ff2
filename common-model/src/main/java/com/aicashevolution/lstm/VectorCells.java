package com.aicashevolution.lstm;

import static jdk.incubator.vector.VectorOperators.LT;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link LaneCells} with {@code jdk.incubator.vector}. {@link FloatMath} and {@link PlainTraining}
 * are the same operations for one lane; whoever changes one changes both.
 */
final class VectorCells implements LaneCells {

  private static final VectorSpecies<Float> SPECIES = KernelSpecies.of(MethodHandles.lookup());
  private static final int LANES = SPECIES.length();
  private static final int COLUMNS = LstmParameters.GATES * LANES;
  private static final int SIGN = Integer.MIN_VALUE;

  @Override
  public void sigmoids(int count, float[] z, float[] e, float[] a, int aOffset) {
    for (int gate = 1; gate < LstmParameters.GATES; gate++) {
      sigmoids(count, z, e, gate * LANES, a, aOffset + gate * LANES);
    }
  }

  private static void sigmoids(
      int count, float[] z, float[] e, int offset, float[] a, int aOffset) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    int at = offset;
    int to = aOffset;
    for (int n = 0; n < count; n++) {
      FloatVector ez = FloatVector.fromArray(SPECIES, e, at);
      FloatVector numerator = one.blend(ez, FloatVector.fromArray(SPECIES, z, at).compare(LT, 0));
      numerator.div(one.add(ez)).intoArray(a, to);
      at += COLUMNS;
      to += COLUMNS;
    }
  }

  @Override
  public void tanhs(
      int count,
      float[] e,
      float[] x,
      int xOffset,
      int xStride,
      float[] y,
      int yOffset,
      int yStride) {
    FloatVector two = FloatVector.broadcast(SPECIES, 2);
    int at = 0;
    int from = xOffset;
    int to = yOffset;
    for (int n = 0; n < count; n++) {
      FloatVector m = FloatVector.fromArray(SPECIES, e, at);
      FloatVector sign = FloatVector.fromArray(SPECIES, x, from);
      FloatVector numerator =
          m.reinterpretAsInts().or(sign.reinterpretAsInts().and(SIGN)).reinterpretAsFloats();
      numerator.div(two.sub(m)).intoArray(y, to);
      at += COLUMNS;
      from += xStride;
      to += yStride;
    }
  }

  @Override
  public void deltas(
      int count,
      float[] a,
      int aOffset,
      float[] tanhC,
      int cOffset,
      float[] before,
      int beforeOffset,
      float[] above,
      float[] later,
      int laterOffset,
      float[] dc) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    int at = aOffset;
    for (int n = 0; n < count * LANES; n += LANES) {
      FloatVector tanh = FloatVector.fromArray(SPECIES, a, at);
      FloatVector forget = FloatVector.fromArray(SPECIES, a, at + LANES);
      FloatVector output = FloatVector.fromArray(SPECIES, a, at + 2 * LANES);
      FloatVector input = FloatVector.fromArray(SPECIES, a, at + 3 * LANES);
      FloatVector tc = FloatVector.fromArray(SPECIES, tanhC, cOffset + n);
      FloatVector dh =
          FloatVector.fromArray(SPECIES, above, n)
              .add(FloatVector.fromArray(SPECIES, later, laterOffset + n));
      FloatVector cell =
          dh.mul(output).fma(tc.neg().fma(tc, one), FloatVector.fromArray(SPECIES, dc, n));
      cell.mul(input).mul(tanh.neg().fma(tanh, one)).intoArray(a, at);
      cell.mul(FloatVector.fromArray(SPECIES, before, beforeOffset + n))
          .mul(forget.mul(one.sub(forget)))
          .intoArray(a, at + LANES);
      dh.mul(tc).mul(output.mul(one.sub(output))).intoArray(a, at + 2 * LANES);
      cell.mul(tanh).mul(input.mul(one.sub(input))).intoArray(a, at + 3 * LANES);
      cell.mul(forget).intoArray(dc, n);
      at += COLUMNS;
    }
  }
}
