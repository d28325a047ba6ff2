package com.aicashevolution.indicator;

/**
 * Consecutive look-backs that are computed side by side: look-back {@code j} covers column entries
 * {@code [first + j, first + j + length)}. A recursion along one look-back waits for its own last
 * step; along many at once the processor is never idle, and each still has the bits it would have
 * alone, because no two of them ever mix.
 *
 * @param first entry at which the first look-back begins
 * @param length entries of each
 * @param count how many
 */
record LookBacks(int first, int length, int count) {

  /** The same without the first entry of each: changes need the bar before. */
  LookBacks changes() {
    return new LookBacks(first + 1, length - 1, count);
  }

  /** The same, each ended after {@code newLength} entries. */
  LookBacks shortenedTo(int newLength) {
    return new LookBacks(first, newLength, count);
  }
}
