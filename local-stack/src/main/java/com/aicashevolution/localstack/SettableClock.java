package com.aicashevolution.localstack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves when a test says so; shared by the tests of every module. Thread-safe. */
public final class SettableClock extends Clock {
  private volatile Instant now;

  public SettableClock(Instant now) {
    this.now = now;
  }

  public SettableClock(String now) {
    this(Instant.parse(now));
  }

  /** A Monday morning. */
  public static SettableClock atStart() {
    return new SettableClock("2026-11-16T08:00:00Z");
  }

  public void set(Instant instant) {
    now = instant;
  }

  public void set(String instant) {
    set(Instant.parse(instant));
  }

  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("tests keep to UTC");
  }
}
