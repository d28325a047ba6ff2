package com.aicashevolution.drift;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.indicator.IndicatorName;
import java.util.ArrayList;
import java.util.List;

/**
 * What the features of a model's training data looked like. One per symbol: symbols differ more
 * than they drift. Plain lists, so that it travels in the artifact.
 *
 * @param rows feature rows it was made of
 * @param features one per indicator, in order, not standardized
 */
public record ReferenceProfile(int rows, List<ColumnProfile> features) {

  public ReferenceProfile {
    features = List.copyOf(features);
    if (rows < 1) {
      throw new IllegalArgumentException("rows must be >= 1, were " + rows);
    }
    if (features.size() != FeatureSchema.FEATURES) {
      throw new IllegalArgumentException(
          "features must be " + FeatureSchema.FEATURES + ", were " + features.size());
    }
  }

  /** Of all rows of {@code observed}. */
  public static ReferenceProfile of(Observations observed) {
    List<ColumnProfile> features = new ArrayList<>(FeatureSchema.FEATURES);
    for (IndicatorName name : IndicatorName.values()) {
      features.add(ColumnProfile.of(name.wireName(), observed.column(name.ordinal())));
    }
    return new ReferenceProfile(observed.rows(), features);
  }
}
