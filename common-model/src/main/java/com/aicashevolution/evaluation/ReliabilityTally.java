package com.aicashevolution.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Running sums from which a {@link ReliabilityDiagram} follows; for one thread. */
final class ReliabilityTally {

  private final int[] count;
  private final int[] right;
  private final double[] confidence;

  ReliabilityTally(int bins) {
    if (bins < 1) {
      throw new IllegalArgumentException("bins must be >= 1, were " + bins);
    }
    count = new int[bins];
    right = new int[bins];
    confidence = new double[bins];
  }

  void add(double value, boolean hit) {
    int bins = count.length;
    int bin = Math.clamp((int) Math.ceil(value * bins) - 1, 0, bins - 1);
    count[bin]++;
    right[bin] += hit ? 1 : 0;
    confidence[bin] += value;
  }

  ReliabilityDiagram diagram() {
    int bins = count.length;
    List<ReliabilityDiagram.Bin> result = new ArrayList<>(bins);
    for (int b = 0; b < bins; b++) {
      int n = Math.max(1, count[b]);
      result.add(
          new ReliabilityDiagram.Bin(
              (double) b / bins,
              (b + 1.0) / bins,
              count[b],
              confidence[b] / n,
              (double) right[b] / n));
    }
    return new ReliabilityDiagram(result);
  }
}
