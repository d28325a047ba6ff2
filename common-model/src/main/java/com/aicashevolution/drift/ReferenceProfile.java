package com.aicashevolution.drift;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model was trained on, as drift is measured against: its features and, where they are
 * known, its own answers. One per symbol: symbols differ more than they drift. Plain lists, so that
 * it travels in the manifest.
 *
 * @param rows feature rows it was made of
 * @param features one per indicator, in order, not standardized
 * @param classShares how often SELL, HOLD and BUY were predicted; empty where nothing was
 * @param confidence shares of the confidence in {@value #CONFIDENCE_BINS} bins over (0, 1]; empty
 *     where nothing was predicted
 */
public record ReferenceProfile(
    int rows, List<ColumnProfile> features, List<Double> classShares, List<Double> confidence) {

  /** Bins of the confidence histogram. */
  public static final int CONFIDENCE_BINS = 10;

  public ReferenceProfile {
    features = List.copyOf(features);
    classShares = List.copyOf(classShares);
    confidence = List.copyOf(confidence);
    if (rows < 1) {
      throw new IllegalArgumentException("rows must be >= 1, were " + rows);
    }
    if (features.size() != FeatureSchema.FEATURES) {
      throw new IllegalArgumentException(
          "features must be " + FeatureSchema.FEATURES + ", were " + features.size());
    }
    if (classShares.isEmpty() != confidence.isEmpty()) {
      throw new IllegalArgumentException(
          "classShares and confidence must both be there or both be empty, were "
              + classShares.size()
              + " and "
              + confidence.size());
    }
    if (!classShares.isEmpty()) {
      Samples.requireShares("classShares", classShares, Direction.COUNT);
      Samples.requireShares("confidence", confidence, CONFIDENCE_BINS);
    }
  }

  /** Of all rows of {@code observed}. */
  public static ReferenceProfile of(Observations observed) {
    List<ColumnProfile> features = new ArrayList<>(FeatureSchema.FEATURES);
    for (IndicatorName name : IndicatorName.values()) {
      features.add(ColumnProfile.of(name.wireName(), observed.column(name.ordinal())));
    }
    return new ReferenceProfile(
        observed.rows(),
        features,
        observed.hasPredictions() ? boxed(classShares(observed)) : List.of(),
        observed.hasPredictions() ? boxed(confidence(observed)) : List.of());
  }

  /** Whether the model's answers are part of it. */
  public boolean hasPredictions() {
    return !classShares.isEmpty();
  }

  static double[] classShares(Observations observed) {
    double[] shares = new double[Direction.COUNT];
    for (int row = 0; row < observed.rows(); row++) {
      shares[observed.prediction(row).mostProbable().ordinal()] += 1.0 / observed.rows();
    }
    return shares;
  }

  static double[] confidence(Observations observed) {
    double[] shares = new double[CONFIDENCE_BINS];
    for (int row = 0; row < observed.rows(); row++) {
      Probabilities prediction = observed.prediction(row);
      double confidence = prediction.of(prediction.mostProbable());
      int bin = (int) Math.ceil(confidence * CONFIDENCE_BINS) - 1;
      shares[Math.clamp(bin, 0, CONFIDENCE_BINS - 1)] += 1.0 / observed.rows();
    }
    return shares;
  }

  private static List<Double> boxed(double[] values) {
    List<Double> boxed = new ArrayList<>(values.length);
    for (double value : values) {
      boxed.add(value);
    }
    return boxed;
  }
}
