package com.aicashevolution.trainer.training.dl4j;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.trainer.dataset.SampleSet;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Turns samples into the arrays DL4J reads: inputs {@code [batch, features, time]} and labels
 * {@code [batch, classes]}, both in Fortran order, the one its LSTM computes in. Not thread-safe:
 * it owns its scratch.
 */
final class Minibatches {

  private static final int STEPS = FeatureSchema.WINDOW_BARS;
  private static final int FEATURES = FeatureSchema.FEATURES;

  private final SampleSet samples;
  private final Standardizer standardizer;
  private final float[] window = new float[FeatureWindow.LENGTH];

  Minibatches(SampleSet samples, Standardizer standardizer) {
    this.samples = samples;
    this.standardizer = standardizer;
  }

  /** Inputs of the samples {@code order[from .. to)}; the caller closes them. */
  INDArray inputs(int[] order, int from, int to) {
    int n = to - from;
    float[] columns = new float[n * FeatureWindow.LENGTH];
    for (int i = 0; i < n; i++) {
      samples.copyWindow(order[from + i], standardizer, window, 0);
      toColumns(window, 0, columns, i, n);
    }
    return Nd4j.create(columns, new long[] {n, FEATURES, STEPS}, 'f');
  }

  /**
   * Labels of the samples {@code order[from .. to)}, the weight of the sample in place of the 1 of
   * a one-hot row; the caller closes them.
   *
   * <p>With {@code LossMCXENT} that has class weights this is the weighted loss exactly: −Σ w·y·ln
   * p, with the gradient w·(p − y). Without class weights DL4J would take the rows for plain
   * one-hot ones and go astray, see {@link NetworkConfiguration}.
   *
   * @param weights one per sample
   */
  INDArray labels(int[] order, int from, int to, float[] weights) {
    int n = to - from;
    float[] columns = new float[n * Direction.COUNT];
    for (int i = 0; i < n; i++) {
      int sample = order[from + i];
      columns[i + n * samples.label(sample).ordinal()] = weights[sample];
    }
    return Nd4j.create(columns, new long[] {n, Direction.COUNT}, 'f');
  }

  /** Inputs from windows that are standardized already, row-major {@code [count, 20, 17]}. */
  static INDArray inputs(float[] windows) {
    int n = windows.length / FeatureWindow.LENGTH;
    float[] columns = new float[windows.length];
    for (int i = 0; i < n; i++) {
      toColumns(windows, i * FeatureWindow.LENGTH, columns, i, n);
    }
    return Nd4j.create(columns, new long[] {n, FEATURES, STEPS}, 'f');
  }

  /** {@code columns[i, f, t] = rows[t, f]}. */
  private static void toColumns(float[] rows, int offset, float[] columns, int i, int n) {
    for (int t = 0; t < STEPS; t++) {
      for (int f = 0; f < FEATURES; f++) {
        columns[i + n * (f + FEATURES * t)] = rows[offset + t * FEATURES + f];
      }
    }
  }
}
