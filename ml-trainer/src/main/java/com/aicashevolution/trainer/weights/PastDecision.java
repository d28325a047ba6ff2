package com.aicashevolution.trainer.weights;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.signal.IndicatorWeights;
import com.aicashevolution.signal.Probabilities;
import com.aicashevolution.signal.Recommendation;
import com.aicashevolution.signal.SignalDecision;
import com.aicashevolution.signal.SignalPolicy;
import java.time.Instant;
import java.util.List;

/**
 * A decision to trade, and what it brought.
 *
 * @param at when it was taken
 * @param settledAt when its result was known
 * @param features row of the newest bar, not standardized, in the order of the indicators; treated
 *     as immutable
 * @param result of a position of size 1, net of costs
 * @param sizing how weights move the size of its position
 */
public record PastDecision(
    Instant at, Instant settledAt, float[] features, double result, Sizing sizing) {

  public PastDecision {
    if (features.length != FeatureSchema.FEATURES) {
      throw new IllegalArgumentException(
          "features must be " + FeatureSchema.FEATURES + ", were " + features.length);
    }
    if (!Double.isFinite(result)) {
      throw new IllegalArgumentException("result must be finite, was " + result);
    }
    if (settledAt.isBefore(at)) {
      throw new IllegalArgumentException(
          "settledAt must not be before at, were " + settledAt + " and " + at);
    }
  }

  /** How weights move the size of a position. */
  public sealed interface Sizing {

    /** How much the indicators count, before it is known how far each of them stood out. */
    List<Double> importance();

    /**
     * The size under {@code weights}.
     *
     * @param salience share of each indicator in this very decision
     */
    double size(IndicatorWeights weights, List<Double> salience, double maxFactor);
  }

  /**
   * A model's prediction: the served policy sizes it, and leaves alone what it would advise to
   * avoid.
   *
   * @param importance of the indicators to the model
   */
  public record Predicted(Probabilities probabilities, List<Double> importance) implements Sizing {

    public Predicted {
      importance = List.copyOf(importance);
    }

    @Override
    public double size(IndicatorWeights weights, List<Double> salience, double maxFactor) {
      SignalDecision decision =
          SignalPolicy.decide(probabilities, weights.factor(importance, maxFactor));
      return decision.recommendation() == Recommendation.AVOID ? 0 : decision.positionMultiplier();
    }
  }

  /** Somebody's trade: nothing is known of a confidence, so the factor itself is the size. */
  public record Traded() implements Sizing {

    @Override
    public List<Double> importance() {
      return IndicatorWeights.UNIFORM_IMPORTANCE;
    }

    @Override
    public double size(IndicatorWeights weights, List<Double> salience, double maxFactor) {
      return weights.factor(salience, maxFactor);
    }
  }
}
