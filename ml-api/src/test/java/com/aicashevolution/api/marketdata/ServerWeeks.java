package com.aicashevolution.api.marketdata;

import com.aicashevolution.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Hours of a foreign exchange market as some clock shows them. */
final class ServerWeeks {

  private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");

  private ServerWeeks() {}

  static List<LocalDateTime> hours(BarClock clock, int days) {
    List<LocalDateTime> hours = new ArrayList<>();
    Instant to = FROM.plus(Duration.ofDays(days));
    for (Instant hour = FROM; hour.isBefore(to); hour = hour.plusSeconds(3600)) {
      if (TradingCalendar.FOREX.isOpen(hour)) {
        hours.add(LocalDateTime.ofInstant(hour, clock.zone()).plusHours(clock.hoursAhead()));
      }
    }
    return hours;
  }

  static ClockEvidence evidence(BarClock clock, int days) {
    ClockEvidence evidence = new ClockEvidence();
    hours(clock, days).forEach(evidence::add);
    return evidence;
  }

  /** A row at {@code time} with prices around {@code price}. */
  static RawBar bar(long line, LocalDateTime time, double price) {
    return new RawBar(
        line,
        new RawBar.Time.Local(time),
        price,
        price * 1.001,
        price * 0.999,
        price,
        10,
        new RawBar.Spread.Unknown(),
        true);
  }

  static RawBar bar(long line, String instant, double price) {
    return bar(line, LocalDateTime.ofInstant(Instant.parse(instant), ZoneOffset.UTC), price);
  }
}
