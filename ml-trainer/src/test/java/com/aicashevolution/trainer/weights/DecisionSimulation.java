package com.aicashevolution.trainer.weights;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.signal.IndicatorWeights;
import com.aicashevolution.signal.Probabilities;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Histories of decisions, one an hour, whose results overlap as those of a six-bar horizon do and
 * whose features move together as indicators do.
 */
final class DecisionSimulation {

  static final Instant START = Instant.parse("2026-08-01T00:00:00Z");

  private static final int HORIZON = 6;

  private final SplittableRandom random;

  DecisionSimulation(long seed) {
    random = new SplittableRandom(seed);
  }

  /** What a decision is expected to bring. */
  interface Edge {

    double expected(float[] features, double probability);
  }

  /** Decisions of a model whose probability for its side is uniform in [0.5, 0.95). */
  List<PastDecision> predictions(int count, Edge edge) {
    double[] luck = luck(count);
    List<PastDecision> decisions = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      float[] features = features();
      double p = 0.5 + 0.45 * random.nextDouble();
      Probabilities probabilities =
          new Probabilities((float) ((1 - p) / 2), (float) ((1 - p) / 2), (float) p);
      decisions.add(
          decision(
              s,
              features,
              edge.expected(features, p) + luck[s],
              new PastDecision.Predicted(probabilities, IndicatorWeights.UNIFORM_IMPORTANCE)));
    }
    return decisions;
  }

  /** Trades about whose confidence nothing is known. */
  List<PastDecision> trades(int count, Edge edge) {
    double[] luck = luck(count);
    List<PastDecision> decisions = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      float[] features = features();
      decisions.add(
          decision(
              s,
              features,
              edge.expected(features, Double.NaN) + luck[s],
              new PastDecision.Traded()));
    }
    return decisions;
  }

  private static PastDecision decision(
      int s, float[] features, double result, PastDecision.Sizing sizing) {
    Instant at = START.plus(Duration.ofHours(s));
    return new PastDecision(at, at.plus(Duration.ofHours(HORIZON)), features, result, sizing);
  }

  /** Neighbours share five of six hours; deviation 1. */
  private double[] luck(int count) {
    double[] hours = new double[count + HORIZON];
    for (int i = 0; i < hours.length; i++) {
      hours[i] = random.nextGaussian();
    }
    double[] luck = new double[count];
    for (int s = 0; s < count; s++) {
      for (int i = 0; i < HORIZON; i++) {
        luck[s] += hours[s + i] / Math.sqrt(HORIZON);
      }
    }
    return luck;
  }

  /** The first is a thing of its own; the others share a factor. */
  private float[] features() {
    double common = random.nextGaussian();
    float[] features = new float[FeatureSchema.FEATURES];
    features[0] = (float) random.nextGaussian();
    for (int i = 1; i < features.length; i++) {
      features[i] = (float) (0.8 * common + 0.6 * random.nextGaussian());
    }
    return features;
  }

  /** Neutral values. */
  static List<Double> ones() {
    return Collections.nCopies(FeatureSchema.FEATURES, 1.0);
  }
}
