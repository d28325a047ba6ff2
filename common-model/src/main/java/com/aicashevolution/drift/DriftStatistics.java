package com.aicashevolution.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All statistics of a window against a profile, in a fixed order: three per feature. */
final class DriftStatistics {

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
    return keys;
  }

  static double[] measure(ReferenceProfile profile, Observations window) {
    List<ColumnProfile> features = profile.features();
    int perFeature = DriftStatistic.values().length;
    double[] values = new double[features.size() * perFeature];
    for (int f = 0; f < features.size(); f++) {
      ColumnProfile feature = features.get(f);
      double[] sorted = Samples.sorted(feature.name(), window.column(f));
      values[f * perFeature] = PopulationStability.index(feature, sorted);
      values[f * perFeature + 1] = KolmogorovSmirnov.distance(feature, sorted);
      values[f * perFeature + 2] = Wasserstein.distance(feature, sorted);
    }
    return values;
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
