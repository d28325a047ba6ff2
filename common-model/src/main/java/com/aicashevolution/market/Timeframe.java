package com.aicashevolution.market;

import java.time.Duration;
import java.time.Instant;

/** Length of a candle. Boundaries are multiples of the length since the epoch, in UTC. */
public enum Timeframe {
  M5(Duration.ofMinutes(5)),
  M15(Duration.ofMinutes(15)),
  M30(Duration.ofMinutes(30)),
  H1(Duration.ofHours(1)),
  H4(Duration.ofHours(4)),
  D1(Duration.ofDays(1));

  private final Duration length;

  Timeframe(Duration length) {
    this.length = length;
  }

  public Duration length() {
    return length;
  }

  public long seconds() {
    return length.toSeconds();
  }

  /** Open time of the candle that contains {@code instant}. */
  public Instant openOf(Instant instant) {
    return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds()) * seconds());
  }

  /** Close time (exclusive end) of the candle that opens at {@code openTime}. */
  public Instant closeOf(Instant openTime) {
    return openTime.plus(length);
  }

  /** Whether candles of this timeframe can be built from candles of {@code source}. */
  public boolean isBuiltFrom(Timeframe source) {
    return seconds() > source.seconds() && seconds() % source.seconds() == 0;
  }
}
