package com.aicashevolution.trainer.weights;

import com.aicashevolution.feature.FeatureSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * How far each indicator stood out when a decision was taken, times how much it counts: the share
 * {@code importanceᵢ · |zᵢ| / Σ importanceⱼ · |zⱼ|}, with z the feature in deviations from its mean
 * over the decisions the scale was fitted on, at most {@value #MOST_DEVIATIONS} so that one outlier
 * is not the whole decision. Immutable, thread-safe.
 */
final class Salience {

  private static final double MOST_DEVIATIONS = 3;

  private final double[] mean;
  private final double[] deviation;

  private Salience(double[] mean, double[] deviation) {
    this.mean = mean;
    this.deviation = deviation;
  }

  /** The scale of {@code decisions}, at least one. */
  static Salience fit(List<PastDecision> decisions) {
    double[] mean = new double[FeatureSchema.FEATURES];
    double[] deviation = new double[FeatureSchema.FEATURES];
    for (int i = 0; i < mean.length; i++) {
      int feature = i;
      mean[i] = decisions.stream().mapToDouble(d -> d.features()[feature]).average().orElseThrow();
      double middle = mean[i];
      deviation[i] =
          Math.sqrt(
              decisions.stream()
                  .mapToDouble(d -> Math.pow(d.features()[feature] - middle, 2))
                  .average()
                  .orElseThrow());
    }
    return new Salience(mean, deviation);
  }

  /** Features in deviations; 0 where a feature never moved. */
  double[] standardized(PastDecision decision) {
    double[] z = new double[mean.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = deviation[i] > 0 ? (decision.features()[i] - mean[i]) / deviation[i] : 0;
    }
    return z;
  }

  /** Shares summing to 1, in the order of the indicators. */
  List<Double> of(PastDecision decision) {
    double[] z = standardized(decision);
    List<Double> importance = decision.sizing().importance();
    double[] shares = new double[z.length];
    double sum = 0;
    for (int i = 0; i < z.length; i++) {
      shares[i] = importance.get(i) * Math.min(MOST_DEVIATIONS, Math.abs(z[i]));
      sum += shares[i];
    }
    List<Double> scaled = new ArrayList<>();
    for (int i = 0; i < z.length; i++) {
      scaled.add(sum > 0 ? shares[i] / sum : 1.0 / z.length);
    }
    return scaled;
  }
}
