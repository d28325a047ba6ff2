package com.aicashevolution.api.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarClockTest {

  /** In 2020 New York changed on 8 March and 1 November, Athens on 29 March and 25 October. */
  @ParameterizedTest
  @CsvSource({
    "utc, 2020-07-01T12:00, 2020-07-01T12:00:00Z",
    "eet, 2020-01-15T12:00, 2020-01-15T10:00:00Z",
    "eet, 2020-07-15T12:00, 2020-07-15T09:00:00Z",
    "eet, 2020-03-15T12:00, 2020-03-15T10:00:00Z",
    "eet-us, 2020-01-15T12:00, 2020-01-15T10:00:00Z",
    "eet-us, 2020-03-15T12:00, 2020-03-15T09:00:00Z",
    "eet-us, 2020-10-28T12:00, 2020-10-28T09:00:00Z",
    "est, 2020-07-15T12:00, 2020-07-15T17:00:00Z",
    "new-york, 2020-07-15T12:00, 2020-07-15T16:00:00Z",
    "UTC+3, 2020-07-15T12:00, 2020-07-15T09:00:00Z",
    "utc-05:30, 2020-07-15T12:00, 2020-07-15T17:30:00Z",
    "Europe/Moscow, 2020-07-15T12:00, 2020-07-15T09:00:00Z"
  })
  void shouldKnowWhatTimeItIs(String name, LocalDateTime shown, Instant expected) {
    BarClock clock = BarClock.parse(name).orElseThrow();

    assertThat(clock.instantOf(shown, null)).contains(expected);
  }

  @Test
  void shouldEndTheDayAtFiveInNewYorkWhereItSwitchesAsTheUnitedStatesDo() {
    LocalDateTime midnight = LocalDateTime.parse("2020-03-16T00:00");

    assertThat(BarClock.EET_US.instantOf(midnight, null)).contains(at("2020-03-15T21:00:00Z"));
    assertThat(BarClock.EET.instantOf(midnight, null)).contains(at("2020-03-15T22:00:00Z"));
  }

  @Test
  void shouldTakeTheRepeatedHourOfAutumnTwice() {
    LocalDateTime repeated = LocalDateTime.parse("2020-10-25T03:00");

    Instant first = BarClock.EET.instantOf(repeated, at("2020-10-24T23:00:00Z")).orElseThrow();
    Instant second = BarClock.EET.instantOf(repeated, first).orElseThrow();
    Instant third = BarClock.EET.instantOf(repeated, second).orElseThrow();

    assertThat(first).isEqualTo("2020-10-25T00:00:00Z");
    assertThat(second).isEqualTo("2020-10-25T01:00:00Z");
    assertThat(third).isEqualTo(first);
  }

  @Test
  void shouldNotKnowTheHourThatSpringLeavesOut() {
    assertThat(BarClock.EET.instantOf(LocalDateTime.parse("2020-03-29T03:30"), null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"noon", "utc+", "utc+99", "Europe/Atlantis", "''"})
  void shouldNotInventClocks(String name) {
    assertThat(BarClock.parse(name)).isEmpty();
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
