package com.aicashevolution.lstm;

/** The gates of an LSTM cell, one unit at a time. */
final class ScalarGates {

  private ScalarGates() {}

  /**
   * Moves {@code units} cells on by one step:
   *
   * <pre>
   * c' = σ(f) · c + σ(i) · tanh(a)
   * h' = σ(o) · tanh(c')
   * </pre>
   *
   * Each σ and tanh is kept as numerator over denominator, all denominators in [1, 2], so that one
   * division serves {@code c'} and one {@code h'}.
   *
   * @param z the gates' sums: {@code units} of a, then of f, of o, of i
   * @param c cells, replaced by {@code c'}
   * @param h receives {@code h'}
   */
  static void step(float[] z, int units, float[] c, float[] h) {
    for (int u = 0; u < units; u++) {
      float a = z[u];
      float f = z[units + u];
      float o = z[2 * units + u];
      float i = z[3 * units + u];

      // tanh(a) = na / da, σ(i) = ni / di, σ(f) = nf / df
      float m = FloatMath.tanhNumerator(Math.abs(a));
      float na = Math.copySign(m, a);
      float da = 2 - m;
      float ei = FloatMath.expOfMinus(Math.abs(i));
      float ni = i < 0 ? ei : 1;
      float di = 1 + ei;
      float ef = FloatMath.expOfMinus(Math.abs(f));
      float nf = f < 0 ? ef : 1;
      float df = 1 + ef;

      // c' = (c nf (di da) + ni na df) / (df (di da))
      float d = di * da;
      float next = Math.fma(c[u] * nf, d, ni * na * df) / (df * d);
      c[u] = next;

      // h' = σ(o) tanh(c')
      float n = FloatMath.tanhNumerator(Math.abs(next));
      float eo = FloatMath.expOfMinus(Math.abs(o));
      float no = o < 0 ? eo : 1;
      h[u] = (no * Math.copySign(n, next)) / ((1 + eo) * (2 - n));
    }
  }
}
