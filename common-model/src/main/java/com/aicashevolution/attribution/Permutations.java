package com.aicashevolution.attribution;

import java.util.SplittableRandom;

/**
 * Random orders of the players as a function of seed and window, so that an explanation can be
 * given again. Fisher–Yates over SplitMix64.
 */
final class Permutations {

  private final SplittableRandom random;

  Permutations(long seed, float[] window, int offset, int length) {
    long key = seed;
    for (int i = offset; i < offset + length; i++) {
      key = key * 0x9e3779b97f4a7c15L + Float.floatToIntBits(window[i]);
      key ^= key >>> 29;
    }
    random = new SplittableRandom(key);
  }

  void shuffle(int[] order) {
    for (int i = order.length - 1; i > 0; i--) {
      // high bits of 32 x bound: nextLong alone is specified, nextInt(bound) may change
      int j = (int) (((random.nextLong() >>> 32) * (i + 1)) >>> 32);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }
}
