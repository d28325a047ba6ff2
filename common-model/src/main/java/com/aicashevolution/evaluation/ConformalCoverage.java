package com.aicashevolution.evaluation;

import com.aicashevolution.signal.Direction;
import java.util.List;
import java.util.Set;

/**
 * What conformal sets did on rows they were not fitted on.
 *
 * @param miscoverage share of sets that was allowed to lack the right direction
 * @param samples rows, &ge; 1
 * @param coverage share of sets that hold the right direction; 1 − miscoverage if the promise is
 *     kept
 * @param meanSize directions in a set on average: the smaller, the more they say
 * @param decided share of sets of exactly one direction, where nothing speaks for abstaining
 */
public record ConformalCoverage(
    double miscoverage, int samples, double coverage, double meanSize, double decided) {

  public ConformalCoverage {
    if (samples < 1) {
      throw new IllegalArgumentException("samples must be >= 1, were " + samples);
    }
  }

  /**
   * Counts the sets of {@code rows}.
   *
   * @param labels class indices
   * @param probabilities row-major {@code [labels.length, 3]}
   */
  public static ConformalCoverage of(
      ConformalClassifier sets, int[] labels, float[] probabilities) {
    ClassificationTally.requireShape(labels, probabilities);
    int covered = 0;
    int members = 0;
    int decided = 0;
    for (int n = 0; n < labels.length; n++) {
      Set<Direction> set = sets.set(ClassificationTally.row(probabilities, n));
      covered += set.contains(ClassificationTally.direction(labels, n)) ? 1 : 0;
      members += set.size();
      decided += set.size() == 1 ? 1 : 0;
    }
    double n = labels.length;
    return new ConformalCoverage(
        sets.miscoverage(), labels.length, covered / n, members / n, decided / n);
  }

  /** All rows of {@code parts} together, which were promised the same. */
  public static ConformalCoverage pooled(List<ConformalCoverage> parts) {
    double miscoverage = parts.getFirst().miscoverage();
    int samples = 0;
    double coverage = 0;
    double meanSize = 0;
    double decided = 0;
    for (ConformalCoverage part : parts) {
      if (part.miscoverage() != miscoverage) {
        throw new IllegalArgumentException(
            "parts must have one miscoverage, had " + miscoverage + " and " + part.miscoverage());
      }
      samples += part.samples();
      coverage += part.coverage() * part.samples();
      meanSize += part.meanSize() * part.samples();
      decided += part.decided() * part.samples();
    }
    return new ConformalCoverage(
        miscoverage, samples, coverage / samples, meanSize / samples, decided / samples);
  }
}
