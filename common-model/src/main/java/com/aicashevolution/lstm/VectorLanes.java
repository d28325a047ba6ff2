package com.aicashevolution.lstm;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * {@link LaneArithmetic} with {@code jdk.incubator.vector}. {@link FloatMath} and {@link
 * ScalarGates} are the same text for one lane; whoever changes one changes both.
 *
 * <p>The species is a constant of the class, else the compiler could not turn vectors into
 * registers: the machine's preferred one, or the one a hidden copy of this class was given as class
 * data.
 */
final class VectorLanes implements LaneArithmetic {

  private static final VectorSpecies<Float> SPECIES = species();
  private static final VectorSpecies<Integer> BITS =
      VectorSpecies.of(int.class, SPECIES.vectorShape());
  private static final int LANES = SPECIES.length();
  private static final int COLUMNS = LstmParameters.GATES * LANES;
  private static final int SIGN = Integer.MIN_VALUE;

  private static VectorSpecies<Float> species() {
    VectorSpecies<Float> given = classData();
    if (given != null) {
      return given;
    }
    VectorSpecies<Float> preferred = FloatVector.SPECIES_PREFERRED;
    return preferred.length() > FloatVector.SPECIES_512.length()
        ? FloatVector.SPECIES_512
        : preferred;
  }

  @SuppressWarnings("unchecked")
  private static @Nullable VectorSpecies<Float> classData() {
    try {
      return MethodHandles.classData(
          MethodHandles.lookup(), ConstantDescs.DEFAULT_NAME, VectorSpecies.class);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a class may read its own class data", e);
    }
  }

  /** Lanes of this class's vectors. */
  static int width() {
    return LANES;
  }

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public void sums(
      PackedLayer layer,
      int tile,
      int rows,
      float[] x,
      int xOffset,
      int xStride,
      int past,
      float[] h,
      int hStride,
      float[] z,
      int zOffset) {
    int r = 0;
    for (; r + 4 <= rows; r += 4) {
      sums4(
          layer,
          tile,
          x,
          xOffset + r * xStride,
          xStride,
          past,
          h,
          r * hStride,
          hStride,
          z,
          zOffset + r * COLUMNS);
    }
    for (; r < rows; r++) {
      sums1(layer, tile, x, xOffset + r * xStride, past, h, r * hStride, z, zOffset + r * COLUMNS);
    }
  }

  /** Four rows by four gates: sixteen sums in registers, each weight loaded once for four rows. */
  private static void sums4(
      PackedLayer layer,
      int tile,
      float[] x,
      int x0,
      int xStride,
      int past,
      float[] h,
      int h0,
      int hStride,
      float[] z,
      int zOffset) {
    float[] w = layer.weights();
    float[] bias = layer.bias();
    FloatVector b0 = at(bias, tile * COLUMNS);
    FloatVector b1 = at(bias, tile * COLUMNS + LANES);
    FloatVector b2 = at(bias, tile * COLUMNS + 2 * LANES);
    FloatVector b3 = at(bias, tile * COLUMNS + 3 * LANES);
    FloatVector z00 = b0;
    FloatVector z01 = b1;
    FloatVector z02 = b2;
    FloatVector z03 = b3;
    FloatVector z10 = b0;
    FloatVector z11 = b1;
    FloatVector z12 = b2;
    FloatVector z13 = b3;
    FloatVector z20 = b0;
    FloatVector z21 = b1;
    FloatVector z22 = b2;
    FloatVector z23 = b3;
    FloatVector z30 = b0;
    FloatVector z31 = b1;
    FloatVector z32 = b2;
    FloatVector z33 = b3;
    int row = layer.inputRows(tile);
    int x1 = x0 + xStride;
    int x2 = x1 + xStride;
    int x3 = x2 + xStride;
    int inputs = layer.inputs();
    for (int i = 0; i < inputs; i++) {
      FloatVector w0 = at(w, row);
      FloatVector w1 = at(w, row + LANES);
      FloatVector w2 = at(w, row + 2 * LANES);
      FloatVector w3 = at(w, row + 3 * LANES);
      row += COLUMNS;
      FloatVector v0 = all(x[x0 + i]);
      z00 = v0.fma(w0, z00);
      z01 = v0.fma(w1, z01);
      z02 = v0.fma(w2, z02);
      z03 = v0.fma(w3, z03);
      FloatVector v1 = all(x[x1 + i]);
      z10 = v1.fma(w0, z10);
      z11 = v1.fma(w1, z11);
      z12 = v1.fma(w2, z12);
      z13 = v1.fma(w3, z13);
      FloatVector v2 = all(x[x2 + i]);
      z20 = v2.fma(w0, z20);
      z21 = v2.fma(w1, z21);
      z22 = v2.fma(w2, z22);
      z23 = v2.fma(w3, z23);
      FloatVector v3 = all(x[x3 + i]);
      z30 = v3.fma(w0, z30);
      z31 = v3.fma(w1, z31);
      z32 = v3.fma(w2, z32);
      z33 = v3.fma(w3, z33);
    }
    int h1 = h0 + hStride;
    int h2 = h1 + hStride;
    int h3 = h2 + hStride;
    for (int j = 0; j < past; j++) {
      FloatVector w0 = at(w, row);
      FloatVector w1 = at(w, row + LANES);
      FloatVector w2 = at(w, row + 2 * LANES);
      FloatVector w3 = at(w, row + 3 * LANES);
      row += COLUMNS;
      FloatVector v0 = all(h[h0 + j]);
      z00 = v0.fma(w0, z00);
      z01 = v0.fma(w1, z01);
      z02 = v0.fma(w2, z02);
      z03 = v0.fma(w3, z03);
      FloatVector v1 = all(h[h1 + j]);
      z10 = v1.fma(w0, z10);
      z11 = v1.fma(w1, z11);
      z12 = v1.fma(w2, z12);
      z13 = v1.fma(w3, z13);
      FloatVector v2 = all(h[h2 + j]);
      z20 = v2.fma(w0, z20);
      z21 = v2.fma(w1, z21);
      z22 = v2.fma(w2, z22);
      z23 = v2.fma(w3, z23);
      FloatVector v3 = all(h[h3 + j]);
      z30 = v3.fma(w0, z30);
      z31 = v3.fma(w1, z31);
      z32 = v3.fma(w2, z32);
      z33 = v3.fma(w3, z33);
    }
    store(z, zOffset, z00, z01, z02, z03);
    store(z, zOffset + COLUMNS, z10, z11, z12, z13);
    store(z, zOffset + 2 * COLUMNS, z20, z21, z22, z23);
    store(z, zOffset + 3 * COLUMNS, z30, z31, z32, z33);
  }

  /** One row by four gates. */
  private static void sums1(
      PackedLayer layer,
      int tile,
      float[] x,
      int xOffset,
      int past,
      float[] h,
      int hOffset,
      float[] z,
      int zOffset) {
    float[] w = layer.weights();
    float[] bias = layer.bias();
    FloatVector z0 = at(bias, tile * COLUMNS);
    FloatVector z1 = at(bias, tile * COLUMNS + LANES);
    FloatVector z2 = at(bias, tile * COLUMNS + 2 * LANES);
    FloatVector z3 = at(bias, tile * COLUMNS + 3 * LANES);
    int row = layer.inputRows(tile);
    int inputs = layer.inputs();
    for (int i = 0; i < inputs; i++) {
      FloatVector v = all(x[xOffset + i]);
      z0 = v.fma(at(w, row), z0);
      z1 = v.fma(at(w, row + LANES), z1);
      z2 = v.fma(at(w, row + 2 * LANES), z2);
      z3 = v.fma(at(w, row + 3 * LANES), z3);
      row += COLUMNS;
    }
    for (int j = 0; j < past; j++) {
      FloatVector v = all(h[hOffset + j]);
      z0 = v.fma(at(w, row), z0);
      z1 = v.fma(at(w, row + LANES), z1);
      z2 = v.fma(at(w, row + 2 * LANES), z2);
      z3 = v.fma(at(w, row + 3 * LANES), z3);
      row += COLUMNS;
    }
    store(z, zOffset, z0, z1, z2, z3);
  }

  @Override
  public void addRecurrent(
      PackedLayer layer, float[] h, int hOffset, float[] z, int zOffset, int zStride, float[] out) {
    int tile = 0;
    for (; tile + 2 <= layer.tiles(); tile += 2) {
      addRecurrent2(layer, tile, h, hOffset, z, zOffset + tile * zStride, zStride, out);
    }
    if (tile < layer.tiles()) {
      addRecurrent1(layer, tile, h, hOffset, z, zOffset + tile * zStride, out);
    }
  }

  /** Two tiles at once: eight sums hide the latency of the additions. */
  private static void addRecurrent2(
      PackedLayer layer,
      int tile,
      float[] h,
      int hOffset,
      float[] z,
      int zOffset,
      int zStride,
      float[] out) {
    float[] w = layer.weights();
    FloatVector z0 = at(z, zOffset);
    FloatVector z1 = at(z, zOffset + LANES);
    FloatVector z2 = at(z, zOffset + 2 * LANES);
    FloatVector z3 = at(z, zOffset + 3 * LANES);
    FloatVector z4 = at(z, zOffset + zStride);
    FloatVector z5 = at(z, zOffset + zStride + LANES);
    FloatVector z6 = at(z, zOffset + zStride + 2 * LANES);
    FloatVector z7 = at(z, zOffset + zStride + 3 * LANES);
    int row = layer.recurrentRows(tile);
    int next = layer.recurrentRows(tile + 1);
    int units = layer.units();
    for (int j = 0; j < units; j++) {
      FloatVector v = all(h[hOffset + j]);
      z0 = v.fma(at(w, row), z0);
      z1 = v.fma(at(w, row + LANES), z1);
      z2 = v.fma(at(w, row + 2 * LANES), z2);
      z3 = v.fma(at(w, row + 3 * LANES), z3);
      z4 = v.fma(at(w, next), z4);
      z5 = v.fma(at(w, next + LANES), z5);
      z6 = v.fma(at(w, next + 2 * LANES), z6);
      z7 = v.fma(at(w, next + 3 * LANES), z7);
      row += COLUMNS;
      next += COLUMNS;
    }
    store(out, tile * COLUMNS, z0, z1, z2, z3);
    store(out, (tile + 1) * COLUMNS, z4, z5, z6, z7);
  }

  private static void addRecurrent1(
      PackedLayer layer, int tile, float[] h, int hOffset, float[] z, int zOffset, float[] out) {
    float[] w = layer.weights();
    FloatVector z0 = at(z, zOffset);
    FloatVector z1 = at(z, zOffset + LANES);
    FloatVector z2 = at(z, zOffset + 2 * LANES);
    FloatVector z3 = at(z, zOffset + 3 * LANES);
    int row = layer.recurrentRows(tile);
    int units = layer.units();
    for (int j = 0; j < units; j++) {
      FloatVector v = all(h[hOffset + j]);
      z0 = v.fma(at(w, row), z0);
      z1 = v.fma(at(w, row + LANES), z1);
      z2 = v.fma(at(w, row + 2 * LANES), z2);
      z3 = v.fma(at(w, row + 3 * LANES), z3);
      row += COLUMNS;
    }
    store(out, tile * COLUMNS, z0, z1, z2, z3);
  }

  @Override
  public void gates(
      int count, float[] z, float[] c, int offset, int stride, float[] h, int hOffset) {
    for (int n = 0; n < count; n++) {
      int zOffset = n * COLUMNS;
      int cOffset = offset + n * stride;
      FloatVector a = at(z, zOffset);
      FloatVector f = at(z, zOffset + LANES);
      FloatVector o = at(z, zOffset + 2 * LANES);
      FloatVector i = at(z, zOffset + 3 * LANES);

      // tanh(a) = na / da, σ(i) = ni / di, σ(f) = nf / df
      FloatVector m = tanhNumerator(a.abs());
      FloatVector na = copySign(m, a);
      FloatVector da = all(2).sub(m);
      FloatVector ei = expOfMinus(i.abs());
      FloatVector ni = sigmoidNumerator(ei, i);
      FloatVector di = all(1).add(ei);
      FloatVector ef = expOfMinus(f.abs());
      FloatVector nf = sigmoidNumerator(ef, f);
      FloatVector df = all(1).add(ef);

      // c' = (c nf (di da) + ni na df) / (df (di da))
      FloatVector d = di.mul(da);
      FloatVector next = at(c, cOffset).mul(nf).fma(d, ni.mul(na).mul(df)).div(df.mul(d));
      next.intoArray(c, cOffset);

      // h' = σ(o) tanh(c')
      FloatVector nh = tanhNumerator(next.abs());
      FloatVector eo = expOfMinus(o.abs());
      FloatVector no = sigmoidNumerator(eo, o);
      no.mul(copySign(nh, next))
          .div(all(1).add(eo).mul(all(2).sub(nh)))
          .intoArray(h, hOffset + n * stride);
    }
  }

  /** {@link FloatMath#expOfMinus}. */
  private static FloatVector expOfMinus(FloatVector a) {
    FloatVector b = a.blend(FloatMath.EXP_LIMIT, a.compare(GT, FloatMath.EXP_LIMIT));
    FloatVector rounded = b.fma(all(FloatMath.LOG2_E), all(FloatMath.ROUNDER));
    FloatVector k = rounded.sub(all(FloatMath.ROUNDER));
    FloatVector r = k.fma(all(-FloatMath.LN_2), b);
    FloatVector q = r.fma(all(FloatMath.E6), all(FloatMath.E5));
    q = r.fma(q, all(FloatMath.E4));
    q = r.fma(q, all(FloatMath.E3));
    q = r.fma(q, all(FloatMath.E2));
    FloatVector p = r.mul(r).fma(q, r.neg());
    FloatVector s = powerOfTwo(rounded);
    return s.fma(p, s);
  }

  /** {@link FloatMath#tanhNumerator}. */
  private static FloatVector tanhNumerator(FloatVector x) {
    FloatVector b = x.blend(FloatMath.TANH_LIMIT, x.compare(GT, FloatMath.TANH_LIMIT));
    FloatVector rounded = b.fma(all(2 * FloatMath.LOG2_E), all(FloatMath.ROUNDER));
    FloatVector k = rounded.sub(all(FloatMath.ROUNDER));
    FloatVector u = k.fma(all(-FloatMath.HALF_LN_2), b);
    FloatVector q = u.fma(all(FloatMath.T6), all(FloatMath.T5));
    q = u.fma(q, all(FloatMath.T4));
    q = u.fma(q, all(FloatMath.T3));
    q = u.fma(q, all(FloatMath.T2));
    FloatVector p = u.mul(u).fma(q, u.add(u));
    FloatVector s = powerOfTwo(rounded);
    return s.fma(p, all(1).sub(s));
  }

  private static FloatVector powerOfTwo(FloatVector rounded) {
    return IntVector.broadcast(BITS, FloatMath.EXPONENT_OF_ONE)
        .sub(rounded.reinterpretAsInts().lanewise(LSHL, FloatMath.MANTISSA_BITS))
        .reinterpretAsFloats();
  }

  /** {@code x < 0 ? e : 1}. */
  private static FloatVector sigmoidNumerator(FloatVector e, FloatVector x) {
    return all(1).blend(e, x.compare(LT, 0));
  }

  /** The magnitude of {@code m ≥ 0} with the sign of {@code x}. */
  private static FloatVector copySign(FloatVector m, FloatVector x) {
    return m.reinterpretAsInts().or(x.reinterpretAsInts().and(SIGN)).reinterpretAsFloats();
  }

  private static FloatVector at(float[] array, int offset) {
    return FloatVector.fromArray(SPECIES, array, offset);
  }

  private static FloatVector all(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }

  private static void store(
      float[] z, int offset, FloatVector z0, FloatVector z1, FloatVector z2, FloatVector z3) {
    z0.intoArray(z, offset);
    z1.intoArray(z, offset + LANES);
    z2.intoArray(z, offset + 2 * LANES);
    z3.intoArray(z, offset + 3 * LANES);
  }
}
