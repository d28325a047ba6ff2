package com.aicashevolution.trainer.training;

/** How much an error on each class counts in the loss. */
public final class ClassWeights {

  private ClassWeights() {}

  /**
   * {@code w_c ∝ (n / n_c)^power}, scaled so that the mean weight of a sample is 1; a class that
   * does not occur weighs 1.
   *
   * @param counts samples of each class in the training part, each counted with its own weight
   * @param power in [0, 1]
   */
  public static float[] of(double[] counts, double power) {
    double n = 0;
    double weighted = 0;
    double[] raw = new double[counts.length];
    for (double count : counts) {
      n += count;
    }
    for (int c = 0; c < counts.length; c++) {
      raw[c] = counts[c] == 0 ? 1 : Math.pow(n / counts[c], power);
      weighted += raw[c] * counts[c];
    }
    float[] weights = new float[counts.length];
    for (int c = 0; c < counts.length; c++) {
      weights[c] = (float) (weighted == 0 || counts[c] == 0 ? 1 : raw[c] * n / weighted);
    }
    return weights;
  }
}
