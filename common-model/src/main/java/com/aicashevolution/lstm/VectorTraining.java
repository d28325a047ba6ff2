package com.aicashevolution.lstm;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The products of {@link LaneTraining} with {@code jdk.incubator.vector}: sixteen sums in
 * registers, loops that call the vector library and nothing else (as {@link VectorSums} explains).
 * The cells are {@link VectorCells}', the gradients of weights {@link VectorStripes}'.
 */
final class VectorTraining implements LaneTraining {

  private static final VectorSpecies<Float> SPECIES = KernelSpecies.of(MethodHandles.lookup());
  private static final int LANES = SPECIES.length();
  private static final int COLUMNS = LstmParameters.GATES * LANES;
  private static final int GATES = LstmParameters.GATES;
  private static final int SAMPLES = LstmTraining.SAMPLES;

  private final LaneGates gates;
  private final LaneCells cells;
  private final LaneStripes sums;

  VectorTraining(LaneGates gates, LaneCells cells, LaneStripes sums) {
    this.gates = gates;
    this.cells = cells;
    this.sums = sums;
  }

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public void sums(
      float[] w, int first, int count, int bias, float[] x, int xOffset, float[] z, int zOffset) {
    for (int s = 0; s < SAMPLES; s += 4 * LANES) {
      sums4(w, first, count, bias, x, xOffset + s, z, zOffset + s * GATES);
    }
  }

  /** Four vectors of samples by four gates. */
  private static void sums4(
      float[] w, int first, int count, int bias, float[] x, int xOffset, float[] z, int zOffset) {
    FloatVector z00 = FloatVector.broadcast(SPECIES, w[bias]);
    FloatVector z01 = FloatVector.broadcast(SPECIES, w[bias + 1]);
    FloatVector z02 = FloatVector.broadcast(SPECIES, w[bias + 2]);
    FloatVector z03 = FloatVector.broadcast(SPECIES, w[bias + 3]);
    FloatVector z10 = z00;
    FloatVector z11 = z01;
    FloatVector z12 = z02;
    FloatVector z13 = z03;
    FloatVector z20 = z00;
    FloatVector z21 = z01;
    FloatVector z22 = z02;
    FloatVector z23 = z03;
    FloatVector z30 = z00;
    FloatVector z31 = z01;
    FloatVector z32 = z02;
    FloatVector z33 = z03;
    int row = xOffset;
    int at = first;
    for (int k = 0; k < count; k++) {
      FloatVector x0 = FloatVector.fromArray(SPECIES, x, row);
      FloatVector x1 = FloatVector.fromArray(SPECIES, x, row + LANES);
      FloatVector x2 = FloatVector.fromArray(SPECIES, x, row + 2 * LANES);
      FloatVector x3 = FloatVector.fromArray(SPECIES, x, row + 3 * LANES);
      FloatVector w0 = FloatVector.broadcast(SPECIES, w[at]);
      z00 = w0.fma(x0, z00);
      z10 = w0.fma(x1, z10);
      z20 = w0.fma(x2, z20);
      z30 = w0.fma(x3, z30);
      FloatVector w1 = FloatVector.broadcast(SPECIES, w[at + 1]);
      z01 = w1.fma(x0, z01);
      z11 = w1.fma(x1, z11);
      z21 = w1.fma(x2, z21);
      z31 = w1.fma(x3, z31);
      FloatVector w2 = FloatVector.broadcast(SPECIES, w[at + 2]);
      z02 = w2.fma(x0, z02);
      z12 = w2.fma(x1, z12);
      z22 = w2.fma(x2, z22);
      z32 = w2.fma(x3, z32);
      FloatVector w3 = FloatVector.broadcast(SPECIES, w[at + 3]);
      z03 = w3.fma(x0, z03);
      z13 = w3.fma(x1, z13);
      z23 = w3.fma(x2, z23);
      z33 = w3.fma(x3, z33);
      at += GATES;
      row += SAMPLES;
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

  @Override
  public void below(
      float[] w,
      int first,
      int unitStride,
      int units,
      float[] d,
      int dOffset,
      int rows,
      float[] y,
      int yOffset) {
    for (int s = 0; s < SAMPLES; s += 4 * LANES) {
      int from = dOffset + s * GATES;
      int k = 0;
      for (; k + 4 <= rows; k += 4) {
        below4(w, first + k * GATES, unitStride, units, d, from, y, yOffset + k * SAMPLES + s);
      }
      for (; k < rows; k++) {
        below1(w, first + k * GATES, unitStride, units, d, from, y, yOffset + k * SAMPLES + s);
      }
    }
  }

  /** Four rows by four vectors of samples. */
  private static void below4(
      float[] w, int first, int unitStride, int units, float[] d, int dOffset, float[] y, int y0) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector y00 = zero;
    FloatVector y01 = zero;
    FloatVector y02 = zero;
    FloatVector y03 = zero;
    FloatVector y10 = zero;
    FloatVector y11 = zero;
    FloatVector y12 = zero;
    FloatVector y13 = zero;
    FloatVector y20 = zero;
    FloatVector y21 = zero;
    FloatVector y22 = zero;
    FloatVector y23 = zero;
    FloatVector y30 = zero;
    FloatVector y31 = zero;
    FloatVector y32 = zero;
    FloatVector y33 = zero;
    int unit = first;
    int delta = dOffset;
    for (int u = 0; u < units; u++) {
      for (int gate = 0; gate < GATES; gate++) {
        int at = delta + gate * LANES;
        FloatVector d0 = FloatVector.fromArray(SPECIES, d, at);
        FloatVector d1 = FloatVector.fromArray(SPECIES, d, at + COLUMNS);
        FloatVector d2 = FloatVector.fromArray(SPECIES, d, at + 2 * COLUMNS);
        FloatVector d3 = FloatVector.fromArray(SPECIES, d, at + 3 * COLUMNS);
        FloatVector w0 = FloatVector.broadcast(SPECIES, w[unit + gate]);
        y00 = w0.fma(d0, y00);
        y01 = w0.fma(d1, y01);
        y02 = w0.fma(d2, y02);
        y03 = w0.fma(d3, y03);
        FloatVector w1 = FloatVector.broadcast(SPECIES, w[unit + GATES + gate]);
        y10 = w1.fma(d0, y10);
        y11 = w1.fma(d1, y11);
        y12 = w1.fma(d2, y12);
        y13 = w1.fma(d3, y13);
        FloatVector w2 = FloatVector.broadcast(SPECIES, w[unit + 2 * GATES + gate]);
        y20 = w2.fma(d0, y20);
        y21 = w2.fma(d1, y21);
        y22 = w2.fma(d2, y22);
        y23 = w2.fma(d3, y23);
        FloatVector w3 = FloatVector.broadcast(SPECIES, w[unit + 3 * GATES + gate]);
        y30 = w3.fma(d0, y30);
        y31 = w3.fma(d1, y31);
        y32 = w3.fma(d2, y32);
        y33 = w3.fma(d3, y33);
      }
      unit += unitStride;
      delta += GATES * SAMPLES;
    }
    int y1 = y0 + SAMPLES;
    int y2 = y1 + SAMPLES;
    int y3 = y2 + SAMPLES;
    y00.intoArray(y, y0);
    y01.intoArray(y, y0 + LANES);
    y02.intoArray(y, y0 + 2 * LANES);
    y03.intoArray(y, y0 + 3 * LANES);
    y10.intoArray(y, y1);
    y11.intoArray(y, y1 + LANES);
    y12.intoArray(y, y1 + 2 * LANES);
    y13.intoArray(y, y1 + 3 * LANES);
    y20.intoArray(y, y2);
    y21.intoArray(y, y2 + LANES);
    y22.intoArray(y, y2 + 2 * LANES);
    y23.intoArray(y, y2 + 3 * LANES);
    y30.intoArray(y, y3);
    y31.intoArray(y, y3 + LANES);
    y32.intoArray(y, y3 + 2 * LANES);
    y33.intoArray(y, y3 + 3 * LANES);
  }

  /** One row by four vectors of samples. */
  private static void below1(
      float[] w, int first, int unitStride, int units, float[] d, int dOffset, float[] y, int y0) {
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    int unit = first;
    int delta = dOffset;
    for (int u = 0; u < units; u++) {
      for (int gate = 0; gate < GATES; gate++) {
        int at = delta + gate * LANES;
        FloatVector weight = FloatVector.broadcast(SPECIES, w[unit + gate]);
        sum0 = weight.fma(FloatVector.fromArray(SPECIES, d, at), sum0);
        sum1 = weight.fma(FloatVector.fromArray(SPECIES, d, at + COLUMNS), sum1);
        sum2 = weight.fma(FloatVector.fromArray(SPECIES, d, at + 2 * COLUMNS), sum2);
        sum3 = weight.fma(FloatVector.fromArray(SPECIES, d, at + 3 * COLUMNS), sum3);
      }
      unit += unitStride;
      delta += GATES * SAMPLES;
    }
    sum0.intoArray(y, y0);
    sum1.intoArray(y, y0 + LANES);
    sum2.intoArray(y, y0 + 2 * LANES);
    sum3.intoArray(y, y0 + 3 * LANES);
  }

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
    sums.gradients(rows, steps, x, xOffset, xStep, d, dOffset, dStep, stripes, stripesOffset);
  }

  @Override
  public void step(
      int units,
      float[] z,
      float[] e,
      float[] c,
      int cOffset,
      float[] h,
      int hOffset,
      float[] a,
      int aOffset,
      float[] tanhC) {
    int count = units * SAMPLES / LANES;
    gates.step(count, z, e, c, cOffset, LANES, h, hOffset);
    // the gates leave the exponentials of z and, first in each row, the numerators of tanh c
    cells.sigmoids(count, z, e, a, aOffset);
    cells.tanhs(count, e, c, cOffset, LANES, tanhC, cOffset, LANES);
    gates.tanhNumerators(count, z, 0, COLUMNS, e);
    cells.tanhs(count, e, z, 0, COLUMNS, a, aOffset, COLUMNS);
  }

  @Override
  public void deltas(
      int units,
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
    int count = units * SAMPLES / LANES;
    cells.deltas(
        count, a, aOffset, tanhC, cOffset, before, beforeOffset, above, later, laterOffset, dc);
  }
}
