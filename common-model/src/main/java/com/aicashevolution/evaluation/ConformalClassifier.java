package com.aicashevolution.evaluation;

import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Split conformal prediction: sets of directions that hold the right one with a stated probability,
 * whatever the network, as long as calibration and use are exchangeable. The score is 1 − p of the
 * class, which gives the smallest sets on average (least ambiguous set-valued classifiers: Sadinle,
 * Lei, Wasserman 2019; the finite-sample quantile: Vovk, Gammerman, Shafer 2005; Papadopoulos et
 * al. 2002).
 *
 * <p>A set of one direction is an answer; two, three or none say that the network does not know,
 * which is a reason to abstain. Markets are only roughly exchangeable in time: coverage is promised
 * on average over rows like those of the calibration.
 *
 * @param miscoverage share of sets that may lack the right direction, in (0, 1)
 * @param threshold largest score a member of a set may have, in [0, 1]
 * @param calibrationSamples rows the threshold was found on, &ge; 1
 */
public record ConformalClassifier(double miscoverage, double threshold, int calibrationSamples) {

  /** Nine sets of ten shall hold the right direction. */
  public static final double DEFAULT_MISCOVERAGE = 0.1;

  public ConformalClassifier {
    if (!(miscoverage > 0 && miscoverage < 1)) {
      throw new IllegalArgumentException("miscoverage must be in (0, 1), was " + miscoverage);
    }
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold must be in [0, 1], was " + threshold);
    }
    if (calibrationSamples < 1) {
      throw new IllegalArgumentException(
          "calibrationSamples must be >= 1, were " + calibrationSamples);
    }
  }

  /**
   * The threshold is the ⌈(n + 1)(1 − miscoverage)⌉-th smallest score of the right classes; 1,
   * which admits every class, where n is too small for that.
   *
   * @param labels class indices, at least one, of rows the network was not trained on
   * @param probabilities row-major {@code [labels.length, 3]}
   */
  public static ConformalClassifier fit(int[] labels, float[] probabilities, double miscoverage) {
    ClassificationTally.requireShape(labels, probabilities);
    double[] scores = new double[labels.length];
    for (int n = 0; n < labels.length; n++) {
      Direction right = ClassificationTally.direction(labels, n);
      scores[n] = score(ClassificationTally.row(probabilities, n), right);
    }
    Arrays.sort(scores);
    double rank = Math.ceil((labels.length + 1) * (1 - miscoverage));
    double threshold = rank > labels.length ? 1 : scores[Math.max(1, (int) rank) - 1];
    return new ConformalClassifier(miscoverage, threshold, labels.length);
  }

  /** The directions that cannot be excluded; may be empty. */
  public Set<Direction> set(Probabilities probabilities) {
    Set<Direction> set = EnumSet.noneOf(Direction.class);
    for (Direction direction : Direction.values()) {
      if (score(probabilities, direction) <= threshold) {
        set.add(direction);
      }
    }
    return set;
  }

  /** Whether the set is not exactly one direction. */
  public boolean abstains(Probabilities probabilities) {
    return set(probabilities).size() != 1;
  }

  private static double score(Probabilities probabilities, Direction direction) {
    return Math.clamp(1 - (double) probabilities.of(direction), 0, 1);
  }
}
