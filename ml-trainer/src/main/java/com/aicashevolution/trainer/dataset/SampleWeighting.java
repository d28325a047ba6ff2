package com.aicashevolution.trainer.dataset;

import com.aicashevolution.signal.Direction;
import java.util.Arrays;

/** How much each sample of a training part counts in what is fitted on it. */
public enum SampleWeighting {
  /** Labels that share their bars with others count less; {@link SampleSet#uniqueness}. */
  UNIQUENESS {
    @Override
    public float[] weights(SampleSet samples) {
      return samples.uniqueness();
    }
  },

  /** All alike. */
  EQUAL {
    @Override
    public float[] weights(SampleSet samples) {
      float[] weights = new float[samples.size()];
      Arrays.fill(weights, 1);
      return weights;
    }
  };

  /** One weight per sample, in order, with mean 1. */
  public abstract float[] weights(SampleSet samples);

  /** Weight of all samples of each class together, in class order. */
  public static double[] classTotals(SampleSet samples, float[] weights) {
    double[] totals = new double[Direction.COUNT];
    for (int i = 0; i < samples.size(); i++) {
      totals[samples.label(i).ordinal()] += weights[i];
    }
    return totals;
  }
}
