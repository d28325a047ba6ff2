package com.aicashevolution.inference.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SinceTest {

  private static final Instant NOW = Instant.parse("2026-11-21T14:30:00Z");

  @ParameterizedTest
  @CsvSource({
    "90m, 2026-11-21T13:00:00Z",
    "24h, 2026-11-20T14:30:00Z",
    "7d, 2026-11-14T14:30:00Z",
    "2026-11-01, 2026-11-01T00:00:00Z",
    "2026-11-01T08:15:00Z, 2026-11-01T08:15:00Z"
  })
  void readsWhatAPersonTypes(String text, Instant moment) {
    assertThat(Since.read(text, NOW)).contains(moment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "24", "7w", "2026-13-01", "2026-11-01T08:15"})
  void readsNothingElse(String text) {
    assertThat(Since.read(text, NOW)).isEmpty();
  }

  @Test
  void readsNoMomentBeforeAllTime() {
    assertThat(Since.read("999999d", Instant.MIN.plusSeconds(60))).isEmpty();
  }
}
