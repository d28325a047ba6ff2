package com.aicashevolution.evaluation;

import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.util.Arrays;
import java.util.List;

/** Running sums from which {@link ClassificationMetrics} follow; for one thread. */
final class ClassificationTally {

  private final int[][] confusion = new int[Direction.COUNT][Direction.COUNT];
  private final ReliabilityTally reliability =
      new ReliabilityTally(ClassificationMetrics.RELIABILITY_BINS);
  private int samples;
  private int right;
  private double negativeLog;
  private double squares;

  /** Refuses what is empty or not of the shape {@code [labels.length, 3]}. */
  static void requireShape(int[] labels, float[] probabilities) {
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
  }

  /** Label {@code n}; an index that is no class is refused. */
  static Direction direction(int[] labels, int n) {
    if (labels[n] < 0 || labels[n] >= Direction.COUNT) {
      throw new IllegalArgumentException(
          "label " + n + " must be in [0, " + Direction.COUNT + "), was " + labels[n]);
    }
    return Direction.ofIndex(labels[n]);
  }

  static Probabilities row(float[] probabilities, int n) {
    int at = n * Direction.COUNT;
    return new Probabilities(probabilities[at], probabilities[at + 1], probabilities[at + 2]);
  }

  void add(Direction actual, Probabilities probabilities) {
    Direction predicted = probabilities.mostProbable();
    double confidence = probabilities.of(predicted);
    boolean hit = predicted == actual;
    samples++;
    right += hit ? 1 : 0;
    confusion[actual.ordinal()][predicted.ordinal()]++;
    negativeLog -=
        StrictMath.log(
            Math.max(ClassificationMetrics.SMALLEST_PROBABILITY, probabilities.of(actual)));
    for (Direction direction : Direction.values()) {
      double miss = probabilities.of(direction) - (direction == actual ? 1 : 0);
      squares += miss * miss;
    }
    reliability.add(confidence, hit);
  }

  ClassificationMetrics metrics() {
    return new ClassificationMetrics(
        samples,
        (double) right / samples,
        meanOverOccurring(this::recall),
        meanOverOccurring(this::f1),
        negativeLog / samples,
        squares / samples,
        reliability.diagram().expectedCalibrationError(),
        Arrays.stream(confusion).map(row -> Arrays.stream(row).boxed().toList()).toList());
  }

  private double recall(int k) {
    return (double) confusion[k][k] / actual(k);
  }

  private double f1(int k) {
    // 2 TP + FP + FN = all predicted as k + all that are k
    return 2.0 * confusion[k][k] / (predicted(k) + actual(k));
  }

  private double meanOverOccurring(ClassScore score) {
    List<Integer> occurring =
        Arrays.stream(Direction.values())
            .map(Direction::ordinal)
            .filter(k -> actual(k) > 0)
            .toList();
    return occurring.stream().mapToDouble(score::of).average().orElseThrow();
  }

  private int actual(int k) {
    return Arrays.stream(confusion[k]).sum();
  }

  private int predicted(int k) {
    return Arrays.stream(confusion).mapToInt(row -> row[k]).sum();
  }

  @FunctionalInterface
  private interface ClassScore {
    double of(int k);
  }
}
