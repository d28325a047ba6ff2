package com.aicashevolution.trainer.weights;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.signal.IndicatorWeights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Weights from decisions whose results are known.
 *
 * <pre>
 * λₛ  = 2^(−age of decision s / half-life)                   recent results count more
 * aₛᵢ = salience of indicator i in decision s                what the decision rested on
 * qᵢ  = Σ λₛ aₛᵢ rₛ / Σ λₛ aₛᵢ                               what resting on i has brought
 * tᵢ  = qᵢ / its standard error                              and how surely
 * nᵢ  = how many indicators say the same as i                redundant ones share one opinion
 * wᵢ  = clamp(1 + k · (2 / (1 + e^−tᵢ) − 1) / nᵢ, 0, 2)
 * </pre>
 *
 * <p>The strength k is the one of {@code 0, ½, 1, 2, 4, 8} that would have brought most on these
 * very decisions, the smaller where two are equal; 0 means neutral weights. That choice flatters
 * itself, which is why weights are judged on other decisions afterwards.
 */
final class WeightFit {

  private static final double[] STRENGTHS = {0, 0.5, 1, 2, 4, 8};
  private static final double MOST = 2;

  private final List<PastDecision> decisions;
  private final List<List<Double>> salience = new ArrayList<>();
  private final double[] decay;
  private final double maxFactor;
  private final Salience scale;

  /**
   * Prepares a fit.
   *
   * @param decisions at least one, in order of time
   */
  WeightFit(List<PastDecision> decisions, Duration halfLife, double maxFactor) {
    this.decisions = decisions;
    this.maxFactor = maxFactor;
    this.scale = Salience.fit(decisions);
    this.decay = new double[decisions.size()];
    Instant newest = decisions.getLast().at();
    for (int s = 0; s < decay.length; s++) {
      double age = Duration.between(decisions.get(s).at(), newest).toSeconds();
      decay[s] = Math.pow(2, -age / halfLife.toSeconds());
      salience.add(scale.of(decisions.get(s)));
    }
  }

  Salience scale() {
    return scale;
  }

  /** Seventeen weights in [0, 2]. */
  List<Double> values() {
    double[] opinions = opinions();
    List<Double> best = scaled(opinions, 0);
    double most = Double.NEGATIVE_INFINITY;
    for (double strength : STRENGTHS) {
      List<Double> values = scaled(opinions, strength);
      double profit = profit(new IndicatorWeights("candidate", values));
      if (profit > most) {
        most = profit;
        best = values;
      }
    }
    return best;
  }

  /** Of each indicator, in (−1, 1): below 0 where resting on it has cost. */
  private double[] opinions() {
    double[][] rows = decisions.stream().map(scale::standardized).toArray(double[][]::new);
    double[] alike = Redundancy.of(rows);
    double[] opinions = new double[FeatureSchema.FEATURES];
    for (int i = 0; i < opinions.length; i++) {
      opinions[i] = (2 / (1 + Math.exp(-sureness(i))) - 1) / alike[i];
    }
    return opinions;
  }

  private double sureness(int indicator) {
    double weight = 0;
    double sum = 0;
    for (int s = 0; s < decay.length; s++) {
      double a = decay[s] * salience.get(s).get(indicator);
      weight += a;
      sum += a * decisions.get(s).result();
    }
    if (weight == 0) {
      return 0; // nobody ever rested on it
    }
    double mean = sum / weight;
    double squares = 0;
    for (int s = 0; s < decay.length; s++) {
      double a = decay[s] * salience.get(s).get(indicator);
      squares += Math.pow(a * (decisions.get(s).result() - mean), 2);
    }
    return squares == 0 ? 0 : mean * weight / Math.sqrt(squares);
  }

  private static List<Double> scaled(double[] opinions, double strength) {
    List<Double> values = new ArrayList<>();
    for (double opinion : opinions) {
      values.add(Math.clamp(1 + strength * opinion, 0, MOST));
    }
    return values;
  }

  private double profit(IndicatorWeights weights) {
    double profit = 0;
    for (int s = 0; s < decay.length; s++) {
      PastDecision decision = decisions.get(s);
      profit +=
          decay[s]
              * decision.result()
              * decision.sizing().size(weights, salience.get(s), maxFactor);
    }
    return profit;
  }
}
