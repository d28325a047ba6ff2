package com.aicashevolution.trainer.backtest.report;

import java.util.stream.IntStream;

/** Chooses few enough points of a long curve that a picture of it shows every extreme. */
public final class ThinnedCurve {

  private ThinnedCurve() {}

  /**
   * Indices of the points to draw, ascending: of every stretch its lowest and its highest, and the
   * first and the last of all.
   *
   * @param buckets stretches of equal length, &ge; 1; two points each at most
   */
  public static int[] indices(double[] values, int buckets) {
    if (values.length <= 2 * buckets) {
      return IntStream.range(0, values.length).toArray();
    }
    IntStream.Builder kept = IntStream.builder();
    kept.add(0);
    for (int b = 0; b < buckets; b++) {
      int from = (int) ((long) values.length * b / buckets);
      int to = (int) ((long) values.length * (b + 1) / buckets);
      int lowest = from;
      int highest = from;
      for (int i = from; i < to; i++) {
        lowest = values[i] < values[lowest] ? i : lowest;
        highest = values[i] > values[highest] ? i : highest;
      }
      kept.add(Math.min(lowest, highest));
      kept.add(Math.max(lowest, highest));
    }
    kept.add(values.length - 1);
    return kept.build().distinct().toArray();
  }
}
