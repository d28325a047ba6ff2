package com.aicashevolution.market.simulated;

import com.aicashevolution.signal.Direction;

/** Counts which answer was right in each cell, and then gives the most frequent one. */
final class AnswerTable {

  private final int[] counts;
  private final int[] all = new int[Direction.COUNT];

  AnswerTable(int cells) {
    this.counts = new int[cells * Direction.COUNT];
  }

  void add(int cell, int answer) {
    counts[cell * Direction.COUNT + answer]++;
    all[answer]++;
  }

  /** The most frequent answer of the cell, or of all cells where this one was never seen. */
  int best(int cell) {
    int offset = cell * Direction.COUNT;
    if (counts[offset] + counts[offset + 1] + counts[offset + 2] == 0) {
      return largest(all, 0);
    }
    return largest(counts, offset);
  }

  private static int largest(int[] values, int offset) {
    int best = Direction.HOLD.ordinal();
    for (int answer = 0; answer < Direction.COUNT; answer++) {
      if (values[offset + answer] > values[offset + best]) {
        best = answer;
      }
    }
    return best;
  }
}
