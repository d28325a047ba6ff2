package com.aicashevolution.evaluation;

import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.util.List;

/**
 * What a confidence turned out to mean: the predicted class's probability in bins of equal width,
 * each with how often it was right (DeGroot, Fienberg 1983; Niculescu-Mizil, Caruana 2005).
 *
 * @param bins ascending, together (0, 1]; empty ones included
 */
public record ReliabilityDiagram(List<Bin> bins) {

  public ReliabilityDiagram {
    bins = List.copyOf(bins);
    if (bins.isEmpty()) {
      throw new IllegalArgumentException("bins must be at least 1, were 0");
    }
  }

  /**
   * Confidences in (lower, upper].
   *
   * @param samples how many fell here
   * @param confidence their mean confidence; 0 where there are none
   * @param accuracy how often they were right; 0 where there are none
   */
  public record Bin(double lower, double upper, int samples, double confidence, double accuracy) {}

  /**
   * Bins the predicted class's probabilities.
   *
   * @param labels class indices, at least one
   * @param probabilities row-major {@code [labels.length, 3]}
   * @param bins how many, &ge; 1
   */
  public static ReliabilityDiagram of(int[] labels, float[] probabilities, int bins) {
    ClassificationTally.requireShape(labels, probabilities);
    ReliabilityTally tally = new ReliabilityTally(bins);
    for (int n = 0; n < labels.length; n++) {
      Probabilities row = ClassificationTally.row(probabilities, n);
      Direction predicted = row.mostProbable();
      tally.add(row.of(predicted), predicted.ordinal() == labels[n]);
    }
    return tally.diagram();
  }

  /** Samples in all bins. */
  public int samples() {
    return bins.stream().mapToInt(Bin::samples).sum();
  }

  /**
   * {@code Σ_b n_b / n · |accuracy_b − confidence_b|} (Naeini, Cooper, Hauskrecht 2015); 0 without
   * samples.
   */
  public double expectedCalibrationError() {
    double error = 0;
    for (Bin bin : bins) {
      error += bin.samples() * Math.abs(bin.accuracy() - bin.confidence());
    }
    return error / Math.max(1, samples());
  }
}
