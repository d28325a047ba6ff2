package com.aicashevolution.market;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NaN | 2 | 1 | 1 | 0 | 0 | open must be a price in [1.0E-12, 1.0E12], was NaN",
        "1 | Infinity | 1 | 1 | 0 | 0 | high must be a price in [1.0E-12, 1.0E12], was Infinity",
        "1 | 2 | 0 | 1 | 0 | 0 | low must be a price in [1.0E-12, 1.0E12], was 0.0",
        "1 | 2 | 1 | -1 | 0 | 0 | close must be a price in [1.0E-12, 1.0E12], was -1.0",
        "1 | 1e13 | 1 | 1 | 0 | 0 | high must be a price in [1.0E-12, 1.0E12], was 1.0E13",
        "1 | 2 | 1 | 1 | -1 | 0 | volume must be in [0, 1.0E15], was -1.0",
        "1 | 2 | 1 | 1 | 1e16 | 0 | volume must be in [0, 1.0E15], was 1.0E16",
        "1 | 2 | 1 | 1 | 0 | NaN | spread must be in [0, 1.0E12], was NaN",
        "1 | 1.5 | 1 | 2 | 0 | 0 | high must be >= open and close, was 1.5 with 1.0 and 2.0",
        "1 | 2 | 1.5 | 2 | 0 | 0 | low must be <= open and close, was 1.5 with 1.0 and 2.0",
      })
  void refusesWhatIsNoCandle(
      double open,
      double high,
      double low,
      double close,
      double volume,
      double spread,
      String message) {
    Instant at = Instant.parse("2026-01-05T10:00:00Z");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Candle(at, open, high, low, close, volume, spread, true))
        .withMessage(message);
  }
}
