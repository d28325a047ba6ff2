package com.aicashevolution.evaluation;

import com.aicashevolution.signal.Direction;
import java.util.List;

/**
 * The baseline that needs no model: answers every question with the class shares of the training
 * labels, and so always with their majority. Shares are smoothed by one count each (Laplace), so
 * that a class the training part never saw is unlikely, not impossible.
 *
 * @param shares of SELL, HOLD, BUY; sum to 1
 */
public record ClassPrior(List<Float> shares) {

  /** Its name in reports. */
  public static final String NAME = "majority";

  public ClassPrior {
    shares = List.copyOf(shares);
    if (shares.size() != Direction.COUNT) {
      throw new IllegalArgumentException(
          "shares must be " + Direction.COUNT + ", were " + shares.size());
    }
  }

  /** The prior of {@code trainingLabels}, class indices. */
  public static ClassPrior of(int[] trainingLabels) {
    double[] counts = {1, 1, 1};
    for (int label : trainingLabels) {
      counts[label]++;
    }
    double total = trainingLabels.length + Direction.COUNT;
    return new ClassPrior(
        List.of(
            (float) (counts[0] / total), (float) (counts[1] / total), (float) (counts[2] / total)));
  }

  /** What this baseline scores on {@code labels}. */
  public ClassificationMetrics judgedBy(int[] labels) {
    float[] probabilities = new float[labels.length * Direction.COUNT];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = shares.get(i % Direction.COUNT);
    }
    return ClassificationMetrics.of(labels, probabilities);
  }
}
