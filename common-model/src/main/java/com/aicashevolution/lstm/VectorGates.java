package com.aicashevolution.lstm;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link LaneGates} with {@code jdk.incubator.vector}. {@link FloatMath} and {@link ScalarGates}
 * are the same operations for one lane; whoever changes one changes both.
 */
final class VectorGates implements LaneGates {

  private static final VectorSpecies<Float> SPECIES = KernelSpecies.of(MethodHandles.lookup());
  private static final VectorSpecies<Integer> BITS =
      VectorSpecies.of(int.class, SPECIES.vectorShape());
  private static final int LANES = SPECIES.length();
  private static final int COLUMNS = LstmParameters.GATES * LANES;
  private static final int SIGN = Integer.MIN_VALUE;

  /**
   * In passes over arrays, each with one function in its loop: the compiler keeps vectors in
   * registers only while everything they go through is inlined, and its budget ends before all
   * gates do.
   */
  @Override
  public void step(
      int count, float[] z, float[] e, float[] c, int offset, int stride, float[] h, int hOffset) {
    numerators(count, z, 0, COLUMNS, e);
    for (int gate = 1; gate < LstmParameters.GATES; gate++) {
      exponentials(count, z, e, gate * LANES);
    }
    cells(count, z, e, c, offset, stride);
    numerators(count, c, offset, stride, e);
    hiddenValues(count, z, e, c, offset, stride, h, hOffset);
  }

  @Override
  public void tanhNumerators(int count, float[] x, int offset, int stride, float[] e) {
    numerators(count, x, offset, stride, e);
  }

  /** {@code c' = (c nf (di da) + ni na df) / (df (di da))}. */
  private static void cells(int count, float[] z, float[] e, float[] c, int offset, int stride) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector two = FloatVector.broadcast(SPECIES, 2);
    int at = 0;
    int cell = offset;
    for (int n = 0; n < count; n++) {
      // tanh(a) = na / da
      FloatVector a = FloatVector.fromArray(SPECIES, z, at);
      FloatVector m = FloatVector.fromArray(SPECIES, e, at);
      FloatVector na =
          m.reinterpretAsInts().or(a.reinterpretAsInts().and(SIGN)).reinterpretAsFloats();
      FloatVector da = two.sub(m);
      // σ(f) = nf / df
      FloatVector f = FloatVector.fromArray(SPECIES, z, at + LANES);
      FloatVector ef = FloatVector.fromArray(SPECIES, e, at + LANES);
      FloatVector nf = one.blend(ef, f.compare(LT, 0));
      FloatVector df = one.add(ef);
      // σ(i) = ni / di
      FloatVector i = FloatVector.fromArray(SPECIES, z, at + 3 * LANES);
      FloatVector ei = FloatVector.fromArray(SPECIES, e, at + 3 * LANES);
      FloatVector ni = one.blend(ei, i.compare(LT, 0));
      FloatVector di = one.add(ei);

      FloatVector d = di.mul(da);
      FloatVector kept = FloatVector.fromArray(SPECIES, c, cell).mul(nf);
      kept.fma(d, ni.mul(na).mul(df)).div(df.mul(d)).intoArray(c, cell);
      at += COLUMNS;
      cell += stride;
    }
  }

  /** {@code h' = σ(o) tanh(c')}. */
  private static void hiddenValues(
      int count, float[] z, float[] e, float[] c, int offset, int stride, float[] h, int hOffset) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector two = FloatVector.broadcast(SPECIES, 2);
    int at = 0;
    int cell = offset;
    int hidden = hOffset;
    for (int n = 0; n < count; n++) {
      FloatVector o = FloatVector.fromArray(SPECIES, z, at + 2 * LANES);
      FloatVector eo = FloatVector.fromArray(SPECIES, e, at + 2 * LANES);
      FloatVector no = one.blend(eo, o.compare(LT, 0));
      FloatVector next = FloatVector.fromArray(SPECIES, c, cell);
      FloatVector m = FloatVector.fromArray(SPECIES, e, at);
      FloatVector nh =
          m.reinterpretAsInts().or(next.reinterpretAsInts().and(SIGN)).reinterpretAsFloats();
      no.mul(nh).div(one.add(eo).mul(two.sub(m))).intoArray(h, hidden);
      at += COLUMNS;
      cell += stride;
      hidden += stride;
    }
  }

  /** {@link FloatMath#expOfMinus} of the magnitudes of one gate. */
  private static void exponentials(int count, float[] z, float[] e, int offset) {
    FloatVector rounder = FloatVector.broadcast(SPECIES, FloatMath.ROUNDER);
    FloatVector e2 = FloatVector.broadcast(SPECIES, FloatMath.E2);
    FloatVector e3 = FloatVector.broadcast(SPECIES, FloatMath.E3);
    FloatVector e4 = FloatVector.broadcast(SPECIES, FloatMath.E4);
    FloatVector e5 = FloatVector.broadcast(SPECIES, FloatMath.E5);
    FloatVector e6 = FloatVector.broadcast(SPECIES, FloatMath.E6);
    FloatVector minusLn2 = FloatVector.broadcast(SPECIES, -FloatMath.LN_2);
    FloatVector log2e = FloatVector.broadcast(SPECIES, FloatMath.LOG2_E);
    FloatVector limit = FloatVector.broadcast(SPECIES, FloatMath.EXP_LIMIT);
    IntVector exponentOfOne = IntVector.broadcast(BITS, FloatMath.EXPONENT_OF_ONE);
    int at = offset;
    for (int n = 0; n < count; n++) {
      FloatVector a = FloatVector.fromArray(SPECIES, z, at).abs();
      FloatVector b = a.blend(limit, a.compare(GT, limit));
      FloatVector rounded = b.fma(log2e, rounder);
      FloatVector r = rounded.sub(rounder).fma(minusLn2, b);
      FloatVector q = r.fma(r.fma(r.fma(r.fma(e6, e5), e4), e3), e2);
      FloatVector p = r.mul(r).fma(q, r.neg());
      FloatVector s =
          exponentOfOne
              .sub(rounded.reinterpretAsInts().lanewise(LSHL, FloatMath.MANTISSA_BITS))
              .reinterpretAsFloats();
      s.fma(p, s).intoArray(e, at);
      at += COLUMNS;
    }
  }

  /** {@link FloatMath#tanhNumerator} of magnitudes, into the first vector of each row of e. */
  private static void numerators(int count, float[] x, int offset, int stride, float[] e) {
    FloatVector rounder = FloatVector.broadcast(SPECIES, FloatMath.ROUNDER);
    FloatVector t2 = FloatVector.broadcast(SPECIES, FloatMath.T2);
    FloatVector t3 = FloatVector.broadcast(SPECIES, FloatMath.T3);
    FloatVector t4 = FloatVector.broadcast(SPECIES, FloatMath.T4);
    FloatVector t5 = FloatVector.broadcast(SPECIES, FloatMath.T5);
    FloatVector t6 = FloatVector.broadcast(SPECIES, FloatMath.T6);
    FloatVector minusHalfLn2 = FloatVector.broadcast(SPECIES, -FloatMath.HALF_LN_2);
    FloatVector twoLog2e = FloatVector.broadcast(SPECIES, 2 * FloatMath.LOG2_E);
    FloatVector limit = FloatVector.broadcast(SPECIES, FloatMath.TANH_LIMIT);
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    IntVector exponentOfOne = IntVector.broadcast(BITS, FloatMath.EXPONENT_OF_ONE);
    int from = offset;
    int to = 0;
    for (int n = 0; n < count; n++) {
      FloatVector a = FloatVector.fromArray(SPECIES, x, from).abs();
      FloatVector b = a.blend(limit, a.compare(GT, limit));
      FloatVector rounded = b.fma(twoLog2e, rounder);
      FloatVector u = rounded.sub(rounder).fma(minusHalfLn2, b);
      FloatVector q = u.fma(u.fma(u.fma(u.fma(t6, t5), t4), t3), t2);
      FloatVector p = u.mul(u).fma(q, u.add(u));
      FloatVector s =
          exponentOfOne
              .sub(rounded.reinterpretAsInts().lanewise(LSHL, FloatMath.MANTISSA_BITS))
              .reinterpretAsFloats();
      s.fma(p, one.sub(s)).intoArray(e, to);
      from += stride;
      to += COLUMNS;
    }
  }
}
