package com.aicashevolution.lstm;

/** {@link LaneTraining} in plain loops, one sample at a time: the twin of the vectors. */
final class PlainTraining implements LaneTraining {

  private static final int GATES = LstmParameters.GATES;
  private static final int SAMPLES = LstmTraining.SAMPLES;
  private static final int STRIPES = LstmTraining.STRIPES;

  /** One cell for {@link ScalarGates}. */
  private final float[] z = new float[GATES];

  private final float[] cell = new float[1];
  private final float[] hidden = new float[1];

  @Override
  public int lanes() {
    return 1;
  }

  @Override
  public void sums(
      float[] w, int first, int count, int bias, float[] x, int xOffset, float[] z, int zOffset) {
    for (int s = 0; s < SAMPLES; s++) {
      for (int gate = 0; gate < GATES; gate++) {
        float sum = w[bias + gate];
        for (int k = 0; k < count; k++) {
          sum = Math.fma(x[xOffset + k * SAMPLES + s], w[first + k * GATES + gate], sum);
        }
        z[zOffset + s * GATES + gate] = sum;
      }
    }
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
    for (int k = 0; k < rows; k++) {
      for (int s = 0; s < SAMPLES; s++) {
        float sum = 0;
        for (int u = 0; u < units; u++) {
          int weight = first + u * unitStride + k * GATES;
          int delta = dOffset + (u * SAMPLES + s) * GATES;
          for (int gate = 0; gate < GATES; gate++) {
            sum = Math.fma(d[delta + gate], w[weight + gate], sum);
          }
        }
        y[yOffset + k * SAMPLES + s] = sum;
      }
    }
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
    for (int k = 0; k < rows; k++) {
      for (int t = 0; t < steps; t++) {
        int row = xOffset + t * xStep + k * SAMPLES;
        int delta = dOffset + t * dStep;
        for (int s = 0; s < SAMPLES; s++) {
          for (int gate = 0; gate < GATES; gate++) {
            int at = stripesOffset + (k * GATES + gate) * STRIPES + s % STRIPES;
            stripes[at] = Math.fma(x[row + s], d[delta + s * GATES + gate], stripes[at]);
          }
        }
      }
    }
  }

  @Override
  public void step(
      int units,
      float[] sums,
      float[] e,
      float[] c,
      int cOffset,
      float[] h,
      int hOffset,
      float[] a,
      int aOffset,
      float[] tanhC) {
    for (int n = 0; n < units * SAMPLES; n++) {
      System.arraycopy(sums, n * GATES, z, 0, GATES);
      cell[0] = c[cOffset + n];
      ScalarGates.step(z, 1, cell, hidden);
      c[cOffset + n] = cell[0];
      h[hOffset + n] = hidden[0];
      int at = aOffset + n * GATES;
      a[at] = FloatMath.tanh(z[0]);
      a[at + 1] = FloatMath.sigmoid(z[1]);
      a[at + 2] = FloatMath.sigmoid(z[2]);
      a[at + 3] = FloatMath.sigmoid(z[3]);
      tanhC[cOffset + n] = FloatMath.tanh(cell[0]);
    }
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
    for (int n = 0; n < units * SAMPLES; n++) {
      int at = aOffset + n * GATES;
      float tanh = a[at];
      float forget = a[at + 1];
      float output = a[at + 2];
      float input = a[at + 3];
      float tc = tanhC[cOffset + n];
      float dh = above[n] + later[laterOffset + n];
      float cell = Math.fma(dh * output, Math.fma(-tc, tc, 1), dc[n]);
      a[at] = cell * input * Math.fma(-tanh, tanh, 1);
      a[at + 1] = cell * before[beforeOffset + n] * (forget * (1 - forget));
      a[at + 2] = dh * tc * (output * (1 - output));
      a[at + 3] = cell * tanh * (input * (1 - input));
      dc[n] = cell * forget;
    }
  }
}
