package com.aicashevolution.trainer.proof;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.lstm.Softmax;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.trainer.dataset.SampleSet;
import java.util.SplittableRandom;

/**
 * Multinomial logistic regression on a window's newest row and its means, 34 inputs and a bias, by
 * full-batch gradient descent; the seed draws the bootstrap sample it is fitted on. Immutable.
 */
final class SoftmaxRegression {

  private static final int INPUTS = 2 * FeatureSchema.FEATURES + 1;
  private static final int ITERATIONS = 60;
  private static final float RATE = 0.3f;
  private static final float DECAY = 1e-3f;

  private final Standardizer standardizer;
  private final float[] weights;

  private SoftmaxRegression(Standardizer standardizer, float[] weights) {
    this.standardizer = standardizer;
    this.weights = weights;
  }

  static SoftmaxRegression fit(SampleSet samples, Standardizer standardizer, long seed) {
    float[] x = inputs(samples, standardizer);
    int n = samples.size();
    float[] counts = new float[n];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < n; i++) {
      counts[random.nextInt(n)]++;
    }
    float[] weights = samples.uniqueness();
    int[] labels = samples.labels();
    float[] w = new float[Direction.COUNT * INPUTS];
    float[] gradient = new float[w.length];
    float[] p = new float[Direction.COUNT];
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      for (int k = 0; k < w.length; k++) {
        gradient[k] = DECAY * w[k];
      }
      for (int i = 0; i < n; i++) {
        if (counts[i] == 0) {
          continue;
        }
        logits(w, x, i, p, 0);
        Softmax.inPlace(p, 0, Direction.COUNT);
        p[labels[i]] -= 1;
        for (int c = 0; c < Direction.COUNT; c++) {
          float error = counts[i] * weights[i] * p[c] / n;
          for (int j = 0; j < INPUTS; j++) {
            gradient[c * INPUTS + j] += error * x[i * INPUTS + j];
          }
        }
      }
      for (int k = 0; k < w.length; k++) {
        w[k] -= RATE * gradient[k];
      }
    }
    return new SoftmaxRegression(standardizer, w);
  }

  /** Row-major {@code [samples.size(), 3]}. */
  float[] logits(SampleSet samples) {
    float[] x = inputs(samples, standardizer);
    float[] logits = new float[samples.size() * Direction.COUNT];
    for (int i = 0; i < samples.size(); i++) {
      logits(weights, x, i, logits, i * Direction.COUNT);
    }
    return logits;
  }

  private static void logits(float[] w, float[] x, int i, float[] target, int at) {
    for (int c = 0; c < Direction.COUNT; c++) {
      float sum = 0;
      for (int j = 0; j < INPUTS; j++) {
        sum += w[c * INPUTS + j] * x[i * INPUTS + j];
      }
      target[at + c] = sum;
    }
  }

  private static float[] inputs(SampleSet samples, Standardizer standardizer) {
    float[] inputs = new float[samples.size() * INPUTS];
    float[] window = new float[FeatureWindow.LENGTH];
    int newest = FeatureWindow.LENGTH - FeatureSchema.FEATURES;
    for (int i = 0; i < samples.size(); i++) {
      samples.copyWindow(i, standardizer, window, 0);
      int at = i * INPUTS;
      for (int j = 0; j < FeatureWindow.LENGTH; j++) {
        inputs[at + FeatureSchema.FEATURES + j % FeatureSchema.FEATURES] +=
            window[j] / FeatureSchema.WINDOW_BARS;
      }
      System.arraycopy(window, newest, inputs, at, FeatureSchema.FEATURES);
      inputs[at + INPUTS - 1] = 1;
    }
    return inputs;
  }
}
