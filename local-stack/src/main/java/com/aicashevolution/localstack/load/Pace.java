package com.aicashevolution.localstack.load;

/**
 * When requests are due.
 *
 * @param perSecond requests a second, evenly spaced whatever becomes of them; infinite for as fast
 *     as the connections are free
 * @param connections how many may be under way at once
 */
public record Pace(double perSecond, int connections) {
  public Pace {
    if (!(perSecond > 0) || connections < 1) {
      throw new IllegalArgumentException(
          "perSecond must be > 0 and connections >= 1, were %s and %d"
              .formatted(perSecond, connections));
    }
  }

  /** A request whenever a connection is free: what the service can take at most. */
  public static Pace unbounded(int connections) {
    return new Pace(Double.POSITIVE_INFINITY, connections);
  }

  boolean isOpen() {
    return perSecond < Double.POSITIVE_INFINITY;
  }
}
