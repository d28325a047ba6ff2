package com.aicashevolution.inference.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a moment as a person types it: {@code 24h}, {@code 7d}, a date, or an instant in UTC. */
final class Since {

  private static final Pattern AGO = Pattern.compile("(\\d{1,6})([mhd])");

  private Since() {}

  /** The moment; empty if {@code text} is none. */
  static Optional<Instant> read(String text, Instant now) {
    Matcher ago = AGO.matcher(text);
    try {
      if (ago.matches()) {
        long amount = Long.parseLong(ago.group(1));
        return Optional.of(
            now.minus(
                switch (ago.group(2)) {
                  case "m" -> Duration.ofMinutes(amount);
                  case "h" -> Duration.ofHours(amount);
                  default -> Duration.ofDays(amount);
                }));
      }
      return Optional.of(
          text.indexOf('T') < 0
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : Instant.parse(text));
    } catch (DateTimeParseException notAMoment) {
      return Optional.empty();
    } catch (DateTimeException beforeTime) {
      return Optional.empty();
    }
  }
}
