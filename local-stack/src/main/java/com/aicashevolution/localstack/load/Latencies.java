package com.aicashevolution.localstack.load;

import java.util.Arrays;
import java.util.Collection;

/** Latencies in ascending order. Immutable. */
public final class Latencies {
  private final long[] nanos;

  private Latencies(long[] nanos) {
    this.nanos = nanos;
  }

  /** Of all that were answered. */
  public static Latencies of(Collection<Exchange> exchanges) {
    return of(
        exchanges.stream()
            .filter(exchange -> !exchange.failed())
            .mapToLong(Exchange::latencyNanos)
            .toArray());
  }

  /** Of any durations. */
  public static Latencies of(long... nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Latencies(sorted);
  }

  public int count() {
    return nanos.length;
  }

  /**
   * The smallest latency that {@code share} of all do not exceed (nearest rank), in milliseconds;
   * NaN where there are none.
   */
  public double millisAt(double share) {
    if (nanos.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(share * nanos.length);
    return nanos[Math.clamp(rank - 1, 0, nanos.length - 1)] / 1e6;
  }
}
