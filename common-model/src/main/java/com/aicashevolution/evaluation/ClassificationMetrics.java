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

  /** Bins of the calibration error. */
  public static final int RELIABILITY_BINS = 10;

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
    ClassificationTally.requireShape(labels, probabilities);
    ClassificationTally tally = new ClassificationTally();
    for (int n = 0; n < labels.length; n++) {
      tally.add(
          ClassificationTally.direction(labels, n), ClassificationTally.row(probabilities, n));
    }
    return tally.metrics();
  }

  /**
   * Matthews' correlation coefficient for several classes (Gorodkin 2004), in [−1, 1], 0 for any
   * constant answer:
   *
   * <pre>
   * (c s − Σₖ pₖ tₖ) / √((s² − Σₖ pₖ²) (s² − Σₖ tₖ²))
   * </pre>
   *
   * <p>with s samples, c right ones, pₖ predicted as k, tₖ that are k; 0 where the denominator is.
   */
  public double matthewsCorrelation() {
    double s = 0;
    double c = 0;
    double[] p = new double[Direction.COUNT];
    double[] t = new double[Direction.COUNT];
    for (int actual = 0; actual < confusion.size(); actual++) {
      for (int predicted = 0; predicted < Direction.COUNT; predicted++) {
        double count = confusion.get(actual).get(predicted);
        s += count;
        c += actual == predicted ? count : 0;
        p[predicted] += count;
        t[actual] += count;
      }
    }
    double pt = 0;
    double pp = 0;
    double tt = 0;
    for (int k = 0; k < Direction.COUNT; k++) {
      pt += p[k] * t[k];
      pp += p[k] * p[k];
      tt += t[k] * t[k];
    }
    double denominator = Math.sqrt(s * s - pp) * Math.sqrt(s * s - tt);
    return denominator == 0 ? 0 : (c * s - pt) / denominator;
  }
}
