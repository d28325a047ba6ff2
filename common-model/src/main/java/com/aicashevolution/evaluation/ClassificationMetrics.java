package com.aicashevolution.evaluation;

import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.util.List;

/**
 * How well predicted classes and probabilities meet the labels.
 *
 * @param samples how many were judged
 * @param accuracy share of right answers
 * @param balancedAccuracy mean recall of the classes that occur among the labels
 * @param macroF1 mean of {@code 2 TP / (2 TP + FP + FN)} over the classes that occur among the
 *     labels
 * @param logLoss mean negative log of the probability given to the right class, in nats; below
 *     {@link #SMALLEST_PROBABILITY} it counts as that
 * @param brier {@code mean Σₖ (pₖ − yₖ)²} (Brier 1950), the multi-class form in [0, 2]
 * @param expectedCalibrationError {@code Σ_b n_b / n · |accuracy_b − confidence_b|} over ten bins
 *     (0, 0.1], …, (0.9, 1] of the predicted class's probability (Naeini, Cooper, Hauskrecht 2015;
 *     Guo et al. 2017)
 * @param confusion {@code [actual][predicted]} counts in class order SELL, HOLD, BUY
 */
public record ClassificationMetrics(
    int samples,
    double accuracy,
    double balancedAccuracy,
    double macroF1,
    double logLoss,
    double brier,
    double expectedCalibrationError,
    List<List<Integer>> confusion) {

  /** About the resolution of a float32 probability near 1. */
  public static final double SMALLEST_PROBABILITY = 1e-7;

  public ClassificationMetrics {
    confusion = confusion.stream().map(List::copyOf).toList();
  }

  /**
   * Judges probabilities by the labels. The predicted class is {@link Probabilities#mostProbable}.
   *
   * @param labels class indices, at least one
   * @param probabilities row-major {@code [labels.length, 3]}
   */
  public static ClassificationMetrics of(int[] labels, float[] probabilities) {
    if (labels.length == 0) {
      throw new IllegalArgumentException("metrics need at least one sample, had 0");
    }
    if (probabilities.length != labels.length * Direction.COUNT) {
      throw new IllegalArgumentException(
          "probabilities must be "
              + labels.length
              + " x "
              + Direction.COUNT
              + ", were "
              + probabilities.length
              + " values");
    }
    ClassificationTally tally = new ClassificationTally();
    for (int n = 0; n < labels.length; n++) {
      int at = n * Direction.COUNT;
      tally.add(
          Direction.ofIndex(labels[n]),
          new Probabilities(probabilities[at], probabilities[at + 1], probabilities[at + 2]));
    }
    return tally.metrics();
  }
}
