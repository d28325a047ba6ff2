package com.aicashevolution.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All statistics of a window against a profile, in a fixed order: three per feature, then, where
 * profile and window have predictions, stability of the class shares and of the confidence.
 */
final class DriftStatistics {

  /** Names of the two columns that are not features. */
  static final String CLASS_SHARES = "class_shares";

  static final String CONFIDENCE = "confidence";

  private DriftStatistics() {}

  /** What a number is about. */
  record Key(String column, DriftStatistic statistic) {}

  static List<Key> keys(ReferenceProfile profile) {
    List<Key> keys = new ArrayList<>();
    for (ColumnProfile feature : profile.features()) {
      for (DriftStatistic statistic : DriftStatistic.values()) {
        keys.add(new Key(feature.name(), statistic));
      }
    }
    if (profile.hasPredictions()) {
      keys.add(new Key(CLASS_SHARES, DriftStatistic.POPULATION_STABILITY));
      keys.add(new Key(CONFIDENCE, DriftStatistic.POPULATION_STABILITY));
    }
    return keys;
  }

  static double[] measure(ReferenceProfile profile, Observations window) {
    if (profile.hasPredictions() && !window.hasPredictions()) {
      throw new IllegalArgumentException(
          "the profile has predictions, so the window must have them, had none for "
              + window.rows()
              + " rows");
    }
    List<ColumnProfile> features = profile.features();
    int perFeature = DriftStatistic.values().length;
    int extra = profile.hasPredictions() ? 2 : 0;
    double[] values = new double[features.size() * perFeature + extra];
    for (int f = 0; f < features.size(); f++) {
      ColumnProfile feature = features.get(f);
      double[] sorted = Samples.sorted(feature.name(), window.column(f));
      values[f * perFeature] = PopulationStability.index(feature, sorted);
      values[f * perFeature + 1] = KolmogorovSmirnov.distance(feature, sorted);
      values[f * perFeature + 2] = Wasserstein.distance(feature, sorted);
    }
    if (extra > 0) {
      int at = features.size() * perFeature;
      values[at] = stability(profile.classShares(), ReferenceProfile.classShares(window));
      values[at + 1] = stability(profile.confidence(), ReferenceProfile.confidence(window));
    }
    return values;
  }

  private static double stability(List<Double> expected, double[] actual) {
    double[] shares = expected.stream().mapToDouble(x -> x).toArray();
    return PopulationStability.index(shares, actual);
  }

  /** The largest of the values in units of their scales: one number for the whole data set. */
  static double score(double[] values, List<Double> scales) {
    if (values.length != scales.size()) {
      throw new IllegalArgumentException(
          "values must be " + scales.size() + " as the scales, were " + values.length);
    }
    double score = 0;
    for (int i = 0; i < values.length; i++) {
      score = Math.max(score, values[i] / scales.get(i));
    }
    return score;
  }

  static double[] column(List<double[]> rows, int column) {
    double[] values = new double[rows.size()];
    Arrays.setAll(values, i -> rows.get(i)[column]);
    return values;
  }
}
