package com.aicashevolution.api.marketdata;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which clock wrote a file, judged by its weekends: currencies stop on Friday at 17:00 in New York
 * and begin on Sunday at 17:00, metals an hour later. A clock fits a weekend where, read with it,
 * the last bar opens on Friday between 16:00 and 17:00 and the first on Sunday between 17:00 and
 * 19:00. An hour too much or too little misses one of the two. Not thread-safe.
 */
final class ClockEvidence {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Duration SHORTEST_WEEKEND = Duration.ofHours(40);
  private static final Duration LONGEST_WEEKEND = Duration.ofHours(60);

  private final Map<BarClock, Integer> fitting = new LinkedHashMap<>();
  private int weekends;
  private @Nullable LocalDateTime previous;

  ClockEvidence() {
    BarClock.NAMED.forEach(clock -> fitting.put(clock, 0));
  }

  /** Also judges a clock that is not among the named ones. */
  void consider(BarClock clock) {
    fitting.putIfAbsent(clock, 0);
  }

  void add(LocalDateTime time) {
    LocalDateTime last = previous;
    previous = time;
    if (last == null) {
      return;
    }
    Duration gap = Duration.between(last, time);
    if (gap.compareTo(SHORTEST_WEEKEND) > 0 && gap.compareTo(LONGEST_WEEKEND) < 0) {
      weekends++;
      fitting.replaceAll((clock, n) -> fits(clock, last, time) ? n + 1 : n);
    }
  }

  private static boolean fits(BarClock clock, LocalDateTime last, LocalDateTime first) {
    Optional<Instant> close = clock.instantOf(last, null);
    Optional<Instant> open = clock.instantOf(first, null);
    return close.isPresent() && open.isPresent() && isWeekend(close.get(), open.get());
  }

  private static boolean isWeekend(Instant last, Instant first) {
    ZonedDateTime friday = last.atZone(NEW_YORK);
    ZonedDateTime sunday = first.atZone(NEW_YORK);
    return friday.getDayOfWeek() == DayOfWeek.FRIDAY
        && friday.getHour() == 16
        && sunday.getDayOfWeek() == DayOfWeek.SUNDAY
        && (sunday.getHour() == 17 || sunday.getHour() == 18);
  }

  int weekends() {
    return weekends;
  }

  int fitting(BarClock clock) {
    return fitting.getOrDefault(clock, 0);
  }

  /** The clock that fits most weekends; of equals the likelier one. */
  BarClock best() {
    // max keeps the last of equals, so the likeliest has to come last
    return fitting.keySet().stream()
        .sorted(Comparator.comparing(BarClock.NAMED::indexOf).reversed())
        .max(Comparator.comparing(this::fitting))
        .orElse(BarClock.UTC);
  }
}
