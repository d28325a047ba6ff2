package com.aicashevolution.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencePricesTest {

  @Test
  void shouldKnowEveryDefaultSymbol() {
    assertThat(Symbol.defaults())
        .allSatisfy(symbol -> assertThat(ReferencePrices.of(symbol)).isPresent());
  }

  @Test
  void shouldDeriveCrosses() {
    assertThat(ReferencePrices.of(Symbol.of("EURGBP")).getAsDouble())
        .isCloseTo(1.16 / 1.32, within(1e-12));
  }

  /** Prices that were traded between 2001 and 2025, and the same prices in points. */
  @ParameterizedTest
  @CsvSource({
    "EURUSD, 0.8352, true",
    "EURUSD, 1.6038, true",
    "EURUSD, 116000, false",
    "GBPUSD, 158611, false",
    "USDJPY, 75.6, true",
    "USDJPY, 161.9, true",
    "USDJPY, 1.16, false",
    "USDJPY, 81121, false",
    "XAUUSD, 255.9, true",
    "XAUUSD, 172497, false",
    "XAUUSD, 31.5, false",
    "XAGUSD, 4.03, true",
    "BTCUSD, 197.2, true",
    "BTCUSD, 126000, true",
    "EURXXX, 12345678, true"
  })
  void shouldTellPricesFromPoints(String symbol, double price, boolean plausible) {
    assertThat(ReferencePrices.isPlausible(Symbol.of(symbol), price)).isEqualTo(plausible);
  }
}
