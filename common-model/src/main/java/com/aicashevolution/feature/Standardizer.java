package com.aicashevolution.feature;

import java.util.ArrayList;
import java.util.List;

/**
 * Per-feature shift and scale, fitted on a training fold and immutable after: {@code z = clamp((x −
 * mean) / deviation, ±clip)}, in double, rounded to float once.
 *
 * @param mean seventeen means
 * @param deviation seventeen sample standard deviations, each &gt; 0
 * @param clip bound on |z|, &gt; 0
 */
public record Standardizer(List<Double> mean, List<Double> deviation, double clip) {

  /** Bound a fit gives: beyond eight deviations a feature says "extreme" and no more. */
  public static final double DEFAULT_CLIP = 8;

  /** Deviations below this, relative to the mean, are rounding and not variation. */
  private static final double NO_VARIATION = 1e-9;

  public Standardizer {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    if (mean.size() != FeatureSchema.FEATURES || deviation.size() != FeatureSchema.FEATURES) {
      throw new IllegalArgumentException(
          "mean and deviation must have "
              + FeatureSchema.FEATURES
              + " values, had "
              + mean.size()
              + " and "
              + deviation.size());
    }
    for (int f = 0; f < FeatureSchema.FEATURES; f++) {
      if (!Double.isFinite(mean.get(f))) {
        throw new IllegalArgumentException("mean " + f + " must be finite, was " + mean.get(f));
      }
      requirePositive("deviation " + f, deviation.get(f));
    }
    requirePositive("clip", clip);
  }

  private static void requirePositive(String what, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(what + " must be finite and > 0, was " + value);
    }
  }

  /**
   * Means and sample deviations of the fold's rows in two passes, summed in the order of the parts
   * and of their bars; a feature that does not vary is only shifted.
   */
  public static Standardizer fit(TrainFold fold) {
    int features = FeatureSchema.FEATURES;
    int n = fold.rows();
    double[] mean = new double[features];
    double[] squares = new double[features];
    for (TrainFold.Part part : fold.parts()) {
      float[] x = part.matrix().values();
      int from = offset(part, part.fromBar());
      int to = offset(part, part.toBar());
      for (int i = from; i < to; i++) {
        mean[i % features] += x[i];
      }
    }
    for (int f = 0; f < features; f++) {
      mean[f] /= n;
    }
    for (TrainFold.Part part : fold.parts()) {
      float[] x = part.matrix().values();
      int from = offset(part, part.fromBar());
      int to = offset(part, part.toBar());
      for (int i = from; i < to; i++) {
        double d = x[i] - mean[i % features];
        squares[i % features] += d * d;
      }
    }
    List<Double> means = new ArrayList<>(features);
    List<Double> deviations = new ArrayList<>(features);
    for (int f = 0; f < features; f++) {
      double deviation = Math.sqrt(squares[f] / Math.max(1, n - 1));
      boolean varies = deviation > NO_VARIATION * Math.max(1, Math.abs(mean[f]));
      means.add(mean[f]);
      deviations.add(varies ? deviation : 1.0);
    }
    return new Standardizer(means, deviations, DEFAULT_CLIP);
  }

  private static int offset(TrainFold.Part part, int bar) {
    return (bar - part.matrix().firstBar()) * FeatureSchema.FEATURES;
  }

  /** Standardizes a whole window: {@code target[i]} from {@code source[i]}, 340 values each. */
  public void apply(float[] source, int sourceOffset, float[] target, int targetOffset) {
    apply(source, sourceOffset, target, targetOffset, FeatureSchema.WINDOW_BARS);
  }

  /** Standardizes {@code rows} rows; source and target may be the same array. */
  public void apply(float[] source, int sourceOffset, float[] target, int targetOffset, int rows) {
    for (int f = 0; f < FeatureSchema.FEATURES; f++) {
      double shift = mean.get(f);
      double scale = deviation.get(f);
      for (int i = f; i < rows * FeatureSchema.FEATURES; i += FeatureSchema.FEATURES) {
        double z = (source[sourceOffset + i] - shift) / scale;
        target[targetOffset + i] = (float) Math.clamp(z, -clip, clip);
      }
    }
  }

  /**
   * The raw value of feature {@code feature} that standardizes to {@code z}, for |z| below clip.
   */
  public double invert(int feature, double z) {
    return z * deviation.get(feature) + mean.get(feature);
  }
}
