package com.aicashevolution.api.marketdata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clock that wrote a file's times.
 *
 * @param name on the command line
 * @param zone whose daylight saving it follows
 * @param hoursAhead how far it runs ahead of that zone
 */
public record BarClock(String name, ZoneId zone, int hoursAhead) {

  public static final BarClock UTC = new BarClock("utc", ZoneOffset.UTC, 0);

  /** Eastern European time, switched as in the European Union: most brokers' servers. */
  public static final BarClock EET = new BarClock("eet", ZoneId.of("Europe/Athens"), 0);

  /** UTC+2/+3 switched as in the United States, so that the day ends at 17:00 in New York. */
  public static final BarClock EET_US = new BarClock("eet-us", ZoneId.of("America/New_York"), 7);

  /** UTC−5 without daylight saving. */
  public static final BarClock EST = new BarClock("est", ZoneOffset.ofHours(-5), 0);

  private static final BarClock NEW_YORK =
      new BarClock("new-york", ZoneId.of("America/New_York"), 0);
  private static final BarClock LONDON = new BarClock("london", ZoneId.of("Europe/London"), 0);
  private static final BarClock CET = new BarClock("cet", ZoneId.of("Europe/Berlin"), 0);

  /** Clocks that have a name of their own, likeliest first. */
  public static final List<BarClock> NAMED = List.of(UTC, EET, EET_US, EST, NEW_YORK, LONDON, CET);

  /**
   * The clock written {@code text}: a name, an offset such as {@code utc+3}, or a zone such as
   * {@code Europe/Moscow}; empty where it is none of these.
   */
  public static Optional<BarClock> parse(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    Optional<BarClock> named = NAMED.stream().filter(c -> c.name.equals(name)).findFirst();
    if (named.isPresent()) {
      return named;
    }
    try {
      boolean offset = name.startsWith("utc+") || name.startsWith("utc-");
      ZoneId zone = offset ? ZoneOffset.of(text.substring(3)) : ZoneId.of(text);
      return Optional.of(new BarClock(offset ? name : text, zone, 0));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * The instant at which this clock showed {@code local}. Of the two instants of an hour that is
   * repeated in autumn it is the first one later than {@code after}; empty for a time that spring
   * leaves out.
   */
  Optional<Instant> instantOf(LocalDateTime local, @Nullable Instant after) {
    LocalDateTime inZone = local.minusHours(hoursAhead);
    List<Instant> candidates =
        zone.getRules().getValidOffsets(inZone).stream().map(inZone::toInstant).toList();
    return candidates.stream()
        .filter(candidate -> after == null || candidate.isAfter(after))
        .findFirst()
        .or(() -> candidates.stream().findFirst());
  }

  @Override
  public String toString() {
    return name;
  }
}
