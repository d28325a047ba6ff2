package com.aicashevolution.market.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulatedMarketTest {

  private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2025-01-01T00:00:00Z");
  private static final Symbol EURUSD = Symbol.of("EURUSD");

  private final SimulatedMarket market = new SimulatedMarket(SimulationSpec.regimes(7));

  @Test
  void shouldBeAFunctionOfSeedSymbolAndTime() {
    CandleSeries first = market.candles(EURUSD, FROM, TO);
    CandleSeries again = new SimulatedMarket(SimulationSpec.regimes(7)).candles(EURUSD, FROM, TO);

    assertSame(again, first);
    assertThat(closes(new SimulatedMarket(SimulationSpec.regimes(8)).candles(EURUSD, FROM, TO)))
        .isNotEqualTo(closes(first));
    assertThat(market.candles(Symbol.of("EURGBP"), FROM, TO).close(0)).isNotEqualTo(first.close(0));
  }

  @Test
  void shouldAgreeWithItselfWhereRangesOverlap() {
    CandleSeries whole = market.candles(EURUSD, FROM, TO);
    Instant cut = Instant.parse("2024-07-03T09:30:00Z");
    CandleSeries past = market.candles(EURUSD, FROM, cut);
    CandleSeries rest = market.candles(EURUSD, cut, TO);

    assertSame(whole.upTo(past.size()), past);
    assertSame(whole.last(rest.size()), rest);
    assertThat(past.size() + rest.size()).isEqualTo(whole.size() - 1);
  }

  @Test
  void shouldGiveOnlyHoursThatHaveClosed() {
    CandleSeries candles = market.candles(EURUSD, FROM, Instant.parse("2024-07-03T09:59:59Z"));

    assertThat(candles.openTime(candles.size() - 1)).isEqualTo("2024-07-03T08:00:00Z");
  }

  @Test
  void shouldBeEmptyBeforeTheAnchor() {
    Instant anchor = SimulatedMarket.ANCHOR;

    assertThat(market.candles(EURUSD, anchor.minus(Duration.ofDays(9)), anchor).isEmpty()).isTrue();
  }

  @Test
  void shouldOpenEachHourWhereTheLastOneClosedExceptAfterAWeekend() {
    CandleSeries candles = market.candles(EURUSD, FROM, TO);
    int gaps = 0;
    int jumps = 0;
    for (int i = 1; i < candles.size(); i++) {
      boolean continuous = candles.openEpochSecond(i) - candles.openEpochSecond(i - 1) == 3600;
      if (continuous) {
        assertThat(candles.open(i)).isEqualTo(candles.close(i - 1));
      } else {
        gaps++;
        jumps += candles.open(i) == candles.close(i - 1) ? 0 : 1;
      }
    }
    assertThat(gaps).isEqualTo(52);
    assertThat(jumps).isGreaterThan(45);
  }

  @Test
  void shouldCloseFromFridayToSundayFivePmInNewYorkThroughoutTheYear() {
    CandleSeries candles = market.candles(EURUSD, FROM, TO);
    ZoneId newYork = ZoneId.of("America/New_York");
    for (int i = 1; i < candles.size(); i++) {
      if (candles.openEpochSecond(i) - candles.openEpochSecond(i - 1) != 3600) {
        ZonedDateTime close = candles.closeTime(i - 1).atZone(newYork);
        ZonedDateTime open = candles.openTime(i).atZone(newYork);
        assertThat(close.getDayOfWeek() + " " + close.getHour()).isEqualTo("FRIDAY 17");
        assertThat(open.getDayOfWeek() + " " + open.getHour()).isEqualTo("SUNDAY 17");
      }
    }
  }

  @Test
  void shouldTradeBitcoinAroundTheClock() {
    assertThat(market.candles(Symbol.of("BTCUSD"), FROM, TO).size()).isEqualTo(366 * 24);
  }

  /** Candle's constructor checks high and low; here it is levels, quoting and movement. */
  @ParameterizedTest
  @MethodSource("symbols")
  void shouldQuotePlausiblePricesOnThePointGrid(Symbol symbol) {
    CandleSeries candles = market.candles(symbol, FROM, TO);
    SimulatedInstrument instrument = SimulatedInstrument.of(symbol);
    double moving = 0;
    for (int i = 0; i < candles.size(); i++) {
      double points = candles.close(i) / symbol.point();
      assertThat(points).isCloseTo(Math.rint(points), within(1e-4));
      assertThat(candles.spread(i)).isGreaterThan(0);
      assertThat(candles.volume(i)).isGreaterThan(0);
      moving += candles.high(i) > candles.low(i) ? 1 : 0;
    }
    assertThat(candles.close(0) / instrument.referencePrice()).isBetween(0.3, 3.0);
    assertThat(moving / candles.size()).isGreaterThan(0.99);
  }

  static java.util.List<Symbol> symbols() {
    return Symbol.defaults();
  }

  @Test
  void shouldNameTheCurrencyItDoesNotKnow() {
    assertThatThrownBy(() -> market.candles(Symbol.of("EURXXX"), FROM, TO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("XXX");
  }

  private static void assertSame(CandleSeries actual, CandleSeries expected) {
    assertThat(actual.size()).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.candle(i)).isEqualTo(expected.candle(i));
    }
  }

  private static double[] closes(CandleSeries candles) {
    double[] closes = new double[candles.size()];
    for (int i = 0; i < closes.length; i++) {
      closes[i] = candles.close(i);
    }
    return closes;
  }
}
