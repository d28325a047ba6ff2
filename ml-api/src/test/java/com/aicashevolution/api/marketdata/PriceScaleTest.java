package com.aicashevolution.api.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.market.Symbol;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceScaleTest {

  @ParameterizedTest
  @CsvSource({
    "EURUSD, 1.1, 1",
    "GBPUSD, 158611, 0.00001",
    "USDJPY, 81.1, 1",
    "USDJPY, 81121, 0.001",
    "XAUUSD, 1724.97, 1",
    "XAUUSD, 172497, 0.01",
    "BTCUSD, 3817.8, 1"
  })
  void shouldTellPricesFromPoints(String symbol, double price, double scale) {
    assertThat(PriceScale.find(Symbol.of(symbol), List.of(price), OptionalDouble.empty()))
        .isInstanceOfSatisfying(
            PriceScale.Outcome.Found.class, found -> assertThat(found.scale()).isEqualTo(scale));
  }

  @Test
  void shouldRefuseThePricesOfAnotherSymbol() {
    assertThat(PriceScale.find(Symbol.of("EURUSD"), List.of(11_784.0), OptionalDouble.empty()))
        .isInstanceOfSatisfying(
            PriceScale.Outcome.Refused.class,
            refused ->
                assertThat(refused.sentence())
                    .contains("11784.0 are no prices of EURUSD (about 1.16", "--point-scale"));
  }

  @Test
  void shouldBelieveAPersonButSayWhatLooksOdd() {
    assertThat(PriceScale.find(Symbol.of("EURUSD"), List.of(11_784.0), OptionalDouble.of(0.01)))
        .isInstanceOfSatisfying(
            PriceScale.Outcome.Found.class,
            found -> {
              assertThat(found.scale()).isEqualTo(0.01);
              assertThat(found.remarks()).singleElement().asString().contains("wrong point scale?");
            });
  }
}
