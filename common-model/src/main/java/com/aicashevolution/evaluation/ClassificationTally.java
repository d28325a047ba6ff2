package com.aicashevolution.evaluation;

import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.util.Arrays;
import java.util.List;

/** Running sums from which {@link ClassificationMetrics} follow; for one thread. */
final class ClassificationTally {

  private static final int BINS = 10;

  private final int[][] confusion = new int[Direction.COUNT][Direction.COUNT];
  private final int[] binCount = new int[BINS];
  private final int[] binRight = new int[BINS];
  private final double[] binConfidence = new double[BINS];
  private int samples;
  private int right;
  private double negativeLog;
  private double squares;

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
    int bin = Math.clamp((int) Math.ceil(confidence * BINS) - 1, 0, BINS - 1);
    binCount[bin]++;
    binRight[bin] += hit ? 1 : 0;
    binConfidence[bin] += confidence;
  }

  ClassificationMetrics metrics() {
    return new ClassificationMetrics(
        samples,
        (double) right / samples,
        meanOverOccurring(this::recall),
        meanOverOccurring(this::f1),
        negativeLog / samples,
        squares / samples,
        calibrationError(),
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

  private double calibrationError() {
    double error = 0;
    for (int b = 0; b < BINS; b++) {
      // n_b / n · |right_b / n_b − confidence_b / n_b|
      error += Math.abs(binRight[b] - binConfidence[b]) / samples;
    }
    return error;
  }

  @FunctionalInterface
  private interface ClassScore {
    double of(int k);
  }
}
