package com.aicashevolution.inference.prediction;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Ids that sort by time, so that the journal's index grows at one end: UUID version 7 (RFC 9562).
 * Thread-safe if the generator is.
 */
public final class PredictionIds {

  private final RandomGenerator random;

  public PredictionIds(RandomGenerator random) {
    this.random = random;
  }

  UUID next(Instant now) {
    long millis = now.toEpochMilli() << 16;
    long version = 0x7000L | (random.nextLong() & 0x0FFFL);
    long variant = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
    return new UUID(millis | version, variant);
  }
}
