package com.aicashevolution.market.simulated;

import java.nio.charset.StandardCharsets;

/**
 * Random numbers by position instead of by order: draw {@code i} of a key is always the same. The
 * output function of SplitMix64 (Steele, Lea, Flood 2014) over key and counter; normal variates by
 * Wichura's AS 241 (1988, routine PPND7, relative error 1e-7), in basic arithmetic and {@link
 * StrictMath} only, so that every machine draws the same bits.
 */
final class CounterRandom {

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private final long key;

  CounterRandom(long seed, String stream) {
    long k = mix(seed + GOLDEN);
    for (byte b : stream.getBytes(StandardCharsets.UTF_8)) {
      k = mix(k ^ b);
    }
    this.key = k;
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }

  /** In (0, 1), never an end. */
  double uniform(long counter) {
    return ((mix(key + counter * GOLDEN) >>> 11) + 0.5) * 0x1.0p-53;
  }

  /** Standard normal. */
  double normal(long counter) {
    return quantile(uniform(counter));
  }

  /** Quantile of the standard normal distribution at {@code p} in (0, 1). */
  static double quantile(double p) {
    double q = p - 0.5;
    if (Math.abs(q) <= 0.425) {
      double r = 0.180625 - q * q;
      double numerator = ((59.109374720 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179;
      double denominator = ((67.187563600 * r + 78.757757664) * r + 17.895169469) * r + 1;
      return q * numerator / denominator;
    }
    double r = Math.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
    double magnitude = r <= 5 ? middleTail(r - 1.6) : farTail(r - 5);
    return q < 0 ? -magnitude : magnitude;
  }

  private static double middleTail(double r) {
    double numerator = ((0.17023821103 * r + 1.3067284816) * r + 2.7568153900) * r + 1.4234372777;
    double denominator = (0.12021132975 * r + 0.73700164250) * r + 1;
    return numerator / denominator;
  }

  private static double farTail(double r) {
    double numerator = ((0.017337203997 * r + 0.42868294337) * r + 3.0812263860) * r + 6.6579051150;
    double denominator = (0.012258202635 * r + 0.24197894225) * r + 1;
    return numerator / denominator;
  }
}
