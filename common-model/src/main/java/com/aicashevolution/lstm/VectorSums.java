package com.aicashevolution.lstm;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link LaneSums} with {@code jdk.incubator.vector}. Sums stay in registers for all of their
 * terms. Loops call the vector library and nothing else: the compiler inlines that without
 * counting, while a helper of ours that it left out would put every vector on the heap.
 */
final class VectorSums implements LaneSums {

  private static final VectorSpecies<Float> SPECIES = KernelSpecies.of(MethodHandles.lookup());
  private static final int LANES = SPECIES.length();
  private static final int COLUMNS = LstmParameters.GATES * LANES;

  /**
   * Whether there are registers for sixteen sums, four weights and four inputs. Processors with
   * eight lanes (AVX2) have sixteen registers; those with sixteen (AVX-512) and with four (NEON)
   * have thirty-two.
   */
  private static final boolean FOUR_ROWS_FIT = LANES != FloatVector.SPECIES_256.length();

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public void add(
      float[] w,
      int row,
      int count,
      int rows,
      float[] x,
      int xOffset,
      int xStride,
      float[] start,
      int startOffset,
      int startStride,
      float[] z,
      int zOffset) {
    int xAt = xOffset;
    int startAt = startOffset;
    int zAt = zOffset;
    int left = rows;
    while (left > 0) {
      int taken;
      if (left >= 4 && FOUR_ROWS_FIT) {
        taken = 4;
        add4(w, row, count, x, xAt, xStride, start, startAt, startStride, z, zAt);
      } else if (left >= 2) {
        taken = 2;
        add2(w, row, count, x, xAt, xStride, start, startAt, startStride, z, zAt);
      } else {
        taken = 1;
        add1(w, row, count, x, xAt, start, startAt, z, zAt);
      }
      xAt += taken * xStride;
      startAt += taken * startStride;
      zAt += taken * COLUMNS;
      left -= taken;
    }
  }

  /** Four rows by four gates: sixteen sums in registers, each weight loaded once for all rows. */
  private static void add4(
      float[] w,
      int firstRow,
      int count,
      float[] x,
      int x0,
      int xStride,
      float[] start,
      int s0,
      int startStride,
      float[] z,
      int zOffset) {
    int s1 = s0 + startStride;
    int s2 = s1 + startStride;
    int s3 = s2 + startStride;
    FloatVector z00 = FloatVector.fromArray(SPECIES, start, s0);
    FloatVector z01 = FloatVector.fromArray(SPECIES, start, s0 + LANES);
    FloatVector z02 = FloatVector.fromArray(SPECIES, start, s0 + 2 * LANES);
    FloatVector z03 = FloatVector.fromArray(SPECIES, start, s0 + 3 * LANES);
    FloatVector z10 = FloatVector.fromArray(SPECIES, start, s1);
    FloatVector z11 = FloatVector.fromArray(SPECIES, start, s1 + LANES);
    FloatVector z12 = FloatVector.fromArray(SPECIES, start, s1 + 2 * LANES);
    FloatVector z13 = FloatVector.fromArray(SPECIES, start, s1 + 3 * LANES);
    FloatVector z20 = FloatVector.fromArray(SPECIES, start, s2);
    FloatVector z21 = FloatVector.fromArray(SPECIES, start, s2 + LANES);
    FloatVector z22 = FloatVector.fromArray(SPECIES, start, s2 + 2 * LANES);
    FloatVector z23 = FloatVector.fromArray(SPECIES, start, s2 + 3 * LANES);
    FloatVector z30 = FloatVector.fromArray(SPECIES, start, s3);
    FloatVector z31 = FloatVector.fromArray(SPECIES, start, s3 + LANES);
    FloatVector z32 = FloatVector.fromArray(SPECIES, start, s3 + 2 * LANES);
    FloatVector z33 = FloatVector.fromArray(SPECIES, start, s3 + 3 * LANES);
    int x1 = x0 + xStride;
    int x2 = x1 + xStride;
    int x3 = x2 + xStride;
    int row = firstRow;
    for (int i = 0; i < count; i++) {
      FloatVector w0 = FloatVector.fromArray(SPECIES, w, row);
      FloatVector w1 = FloatVector.fromArray(SPECIES, w, row + LANES);
      FloatVector w2 = FloatVector.fromArray(SPECIES, w, row + 2 * LANES);
      FloatVector w3 = FloatVector.fromArray(SPECIES, w, row + 3 * LANES);
      FloatVector v0 = FloatVector.broadcast(SPECIES, x[x0 + i]);
      z00 = v0.fma(w0, z00);
      z01 = v0.fma(w1, z01);
      z02 = v0.fma(w2, z02);
      z03 = v0.fma(w3, z03);
      FloatVector v1 = FloatVector.broadcast(SPECIES, x[x1 + i]);
      z10 = v1.fma(w0, z10);
      z11 = v1.fma(w1, z11);
      z12 = v1.fma(w2, z12);
      z13 = v1.fma(w3, z13);
      FloatVector v2 = FloatVector.broadcast(SPECIES, x[x2 + i]);
      z20 = v2.fma(w0, z20);
      z21 = v2.fma(w1, z21);
      z22 = v2.fma(w2, z22);
      z23 = v2.fma(w3, z23);
      FloatVector v3 = FloatVector.broadcast(SPECIES, x[x3 + i]);
      z30 = v3.fma(w0, z30);
      z31 = v3.fma(w1, z31);
      z32 = v3.fma(w2, z32);
      z33 = v3.fma(w3, z33);
      row += COLUMNS;
    }
    int z1 = zOffset + COLUMNS;
    int z2 = z1 + COLUMNS;
    int z3 = z2 + COLUMNS;
    z00.intoArray(z, zOffset);
    z01.intoArray(z, zOffset + LANES);
    z02.intoArray(z, zOffset + 2 * LANES);
    z03.intoArray(z, zOffset + 3 * LANES);
    z10.intoArray(z, z1);
    z11.intoArray(z, z1 + LANES);
    z12.intoArray(z, z1 + 2 * LANES);
    z13.intoArray(z, z1 + 3 * LANES);
    z20.intoArray(z, z2);
    z21.intoArray(z, z2 + LANES);
    z22.intoArray(z, z2 + 2 * LANES);
    z23.intoArray(z, z2 + 3 * LANES);
    z30.intoArray(z, z3);
    z31.intoArray(z, z3 + LANES);
    z32.intoArray(z, z3 + 2 * LANES);
    z33.intoArray(z, z3 + 3 * LANES);
  }

  /** Two rows by four gates: eight sums in registers, each weight loaded once for all rows. */
  private static void add2(
      float[] w,
      int firstRow,
      int count,
      float[] x,
      int x0,
      int xStride,
      float[] start,
      int s0,
      int startStride,
      float[] z,
      int zOffset) {
    int s1 = s0 + startStride;
    FloatVector z00 = FloatVector.fromArray(SPECIES, start, s0);
    FloatVector z01 = FloatVector.fromArray(SPECIES, start, s0 + LANES);
    FloatVector z02 = FloatVector.fromArray(SPECIES, start, s0 + 2 * LANES);
    FloatVector z03 = FloatVector.fromArray(SPECIES, start, s0 + 3 * LANES);
    FloatVector z10 = FloatVector.fromArray(SPECIES, start, s1);
    FloatVector z11 = FloatVector.fromArray(SPECIES, start, s1 + LANES);
    FloatVector z12 = FloatVector.fromArray(SPECIES, start, s1 + 2 * LANES);
    FloatVector z13 = FloatVector.fromArray(SPECIES, start, s1 + 3 * LANES);
    int x1 = x0 + xStride;
    int row = firstRow;
    for (int i = 0; i < count; i++) {
      FloatVector w0 = FloatVector.fromArray(SPECIES, w, row);
      FloatVector w1 = FloatVector.fromArray(SPECIES, w, row + LANES);
      FloatVector w2 = FloatVector.fromArray(SPECIES, w, row + 2 * LANES);
      FloatVector w3 = FloatVector.fromArray(SPECIES, w, row + 3 * LANES);
      FloatVector v0 = FloatVector.broadcast(SPECIES, x[x0 + i]);
      z00 = v0.fma(w0, z00);
      z01 = v0.fma(w1, z01);
      z02 = v0.fma(w2, z02);
      z03 = v0.fma(w3, z03);
      FloatVector v1 = FloatVector.broadcast(SPECIES, x[x1 + i]);
      z10 = v1.fma(w0, z10);
      z11 = v1.fma(w1, z11);
      z12 = v1.fma(w2, z12);
      z13 = v1.fma(w3, z13);
      row += COLUMNS;
    }
    int z1 = zOffset + COLUMNS;
    z00.intoArray(z, zOffset);
    z01.intoArray(z, zOffset + LANES);
    z02.intoArray(z, zOffset + 2 * LANES);
    z03.intoArray(z, zOffset + 3 * LANES);
    z10.intoArray(z, z1);
    z11.intoArray(z, z1 + LANES);
    z12.intoArray(z, z1 + 2 * LANES);
    z13.intoArray(z, z1 + 3 * LANES);
  }

  /** One row by four gates. */
  private static void add1(
      float[] w,
      int firstRow,
      int count,
      float[] x,
      int xOffset,
      float[] start,
      int startOffset,
      float[] z,
      int zOffset) {
    FloatVector z0 = FloatVector.fromArray(SPECIES, start, startOffset);
    FloatVector z1 = FloatVector.fromArray(SPECIES, start, startOffset + LANES);
    FloatVector z2 = FloatVector.fromArray(SPECIES, start, startOffset + 2 * LANES);
    FloatVector z3 = FloatVector.fromArray(SPECIES, start, startOffset + 3 * LANES);
    int row = firstRow;
    for (int i = 0; i < count; i++) {
      FloatVector v = FloatVector.broadcast(SPECIES, x[xOffset + i]);
      z0 = v.fma(FloatVector.fromArray(SPECIES, w, row), z0);
      z1 = v.fma(FloatVector.fromArray(SPECIES, w, row + LANES), z1);
      z2 = v.fma(FloatVector.fromArray(SPECIES, w, row + 2 * LANES), z2);
      z3 = v.fma(FloatVector.fromArray(SPECIES, w, row + 3 * LANES), z3);
      row += COLUMNS;
    }
    z0.intoArray(z, zOffset);
    z1.intoArray(z, zOffset + LANES);
    z2.intoArray(z, zOffset + 2 * LANES);
    z3.intoArray(z, zOffset + 3 * LANES);
  }

  @Override
  public void addPair(
      float[] w,
      int firstRow,
      int secondRow,
      int count,
      float[] x,
      int xOffset,
      float[] start,
      int startOffset,
      int startStride,
      float[] z,
      int zOffset) {
    FloatVector a0 = FloatVector.fromArray(SPECIES, start, startOffset);
    FloatVector a1 = FloatVector.fromArray(SPECIES, start, startOffset + LANES);
    FloatVector a2 = FloatVector.fromArray(SPECIES, start, startOffset + 2 * LANES);
    FloatVector a3 = FloatVector.fromArray(SPECIES, start, startOffset + 3 * LANES);
    int other = startOffset + startStride;
    FloatVector b0 = FloatVector.fromArray(SPECIES, start, other);
    FloatVector b1 = FloatVector.fromArray(SPECIES, start, other + LANES);
    FloatVector b2 = FloatVector.fromArray(SPECIES, start, other + 2 * LANES);
    FloatVector b3 = FloatVector.fromArray(SPECIES, start, other + 3 * LANES);
    int row = firstRow;
    int next = secondRow;
    for (int i = 0; i < count; i++) {
      FloatVector v = FloatVector.broadcast(SPECIES, x[xOffset + i]);
      a0 = v.fma(FloatVector.fromArray(SPECIES, w, row), a0);
      a1 = v.fma(FloatVector.fromArray(SPECIES, w, row + LANES), a1);
      a2 = v.fma(FloatVector.fromArray(SPECIES, w, row + 2 * LANES), a2);
      a3 = v.fma(FloatVector.fromArray(SPECIES, w, row + 3 * LANES), a3);
      b0 = v.fma(FloatVector.fromArray(SPECIES, w, next), b0);
      b1 = v.fma(FloatVector.fromArray(SPECIES, w, next + LANES), b1);
      b2 = v.fma(FloatVector.fromArray(SPECIES, w, next + 2 * LANES), b2);
      b3 = v.fma(FloatVector.fromArray(SPECIES, w, next + 3 * LANES), b3);
      row += COLUMNS;
      next += COLUMNS;
    }
    a0.intoArray(z, zOffset);
    a1.intoArray(z, zOffset + LANES);
    a2.intoArray(z, zOffset + 2 * LANES);
    a3.intoArray(z, zOffset + 3 * LANES);
    b0.intoArray(z, zOffset + 4 * LANES);
    b1.intoArray(z, zOffset + 5 * LANES);
    b2.intoArray(z, zOffset + 6 * LANES);
    b3.intoArray(z, zOffset + 7 * LANES);
  }
}
