package com.aicashevolution.trainer.dataset;

/**
 * Positions {@code [from, to)} of a symbol's samples.
 *
 * @param from first position
 * @param to end, exclusive; equal to {@code from} where there is nothing
 */
public record SampleRange(int from, int to) {

  public SampleRange {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          "range must have 0 <= from <= to, was [" + from + ", " + to + ")");
    }
  }

  public int size() {
    return to - from;
  }
}
