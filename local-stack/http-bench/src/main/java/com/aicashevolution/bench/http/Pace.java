package com.aicashevolution.bench.http;

/** When the next request goes out. */
sealed interface Pace {
  /** As soon as a connection is free: what throughput is measured with. */
  record Closed() implements Pace {}

  /**
   * By the clock, whether or not earlier answers have come: what latency is measured with, because
   * a server that stalls then has to account for everybody who waits.
   *
   * @param perSecond requests
   */
  record Open(double perSecond) implements Pace {
    public Open {
      if (!(perSecond > 0)) {
        throw new IllegalArgumentException("perSecond must be > 0, was " + perSecond);
      }
    }
  }
}
