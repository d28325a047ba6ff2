package com.aicashevolution.inference.explain;

import com.aicashevolution.attribution.Attribution;
import com.aicashevolution.model.ModelVersion;
import java.time.Duration;
import java.util.UUID;

/**
 * How far each indicator moved the probabilities of an answer.
 *
 * @param attribution players are the indicators, outputs the classes, each in its enum's order
 * @param backgroundWindows whose mean answer is the base
 * @param took time it took to compute
 */
public record Explanation(
    UUID predictionId,
    ModelVersion modelVersion,
    Attribution attribution,
    int backgroundWindows,
    Duration took) {

  /** Largest {@code |Σφ − (answer − base)|} over the classes. */
  public double largestGap() {
    double largest = 0;
    for (int output = 0; output < attribution.outputs(); output++) {
      largest = Math.max(largest, attribution.efficiencyGap(output));
    }
    return largest;
  }
}
