package com.aicashevolution.bench.http;

import java.util.Arrays;

/**
 * What one round of load showed.
 *
 * @param perSecond answers
 * @param latencyNanos of every answer, ascending
 * @param serverMicros processor time of the servers for one answer, without their compilers
 * @param compiling share of the servers' processor time that their compilers took
 */
record Round(double perSecond, long[] latencyNanos, double serverMicros, double compiling) {
  static Round of(
      long[] latencyNanos, int answers, long tookNanos, ProcessorTime before, ProcessorTime after) {
    long[] sorted = Arrays.copyOf(latencyNanos, answers);
    Arrays.sort(sorted);
    long answering = after.forAnswers().minus(before.forAnswers()).toNanos();
    long all = after.all().minus(before.all()).toNanos();
    return new Round(
        answers * 1e9 / tookNanos,
        sorted,
        answering / 1e3 / Math.max(1, answers),
        Math.max(0, 1 - (double) answering / Math.max(1, all)));
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
