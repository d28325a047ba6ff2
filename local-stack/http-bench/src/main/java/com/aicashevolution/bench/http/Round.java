package com.aicashevolution.bench.http;

import java.time.Duration;
import java.util.Arrays;

/**
 * What one round of load showed.
 *
 * @param perSecond answers
 * @param latencyNanos of every answer, ascending
 * @param serverMicros processor time of the servers for one answer
 */
record Round(double perSecond, long[] latencyNanos, double serverMicros) {
  static Round of(long[] latencyNanos, int answers, long tookNanos, Duration serverTime) {
    long[] sorted = Arrays.copyOf(latencyNanos, answers);
    Arrays.sort(sorted);
    return new Round(
        answers * 1e9 / tookNanos, sorted, serverTime.toNanos() / 1e3 / Math.max(1, answers));
  }

  /** The latency that a share {@code q} of the answers kept below, milliseconds. */
  double percentileMillis(double q) {
    if (latencyNanos.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(q * latencyNanos.length);
    return latencyNanos[Math.max(0, rank - 1)] / 1e6;
  }
}
