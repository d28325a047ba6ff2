package com.aicashevolution.market;

import static com.aicashevolution.market.TradingCalendar.CRYPTO;
import static com.aicashevolution.market.TradingCalendar.FOREX;
import static com.aicashevolution.market.TradingCalendar.METALS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingCalendarTest {

  @ParameterizedTest
  @CsvSource({"EURUSD,FOREX", "EURGBP,FOREX", "XAUUSD,METALS", "XAGUSD,METALS", "BTCUSD,CRYPTO"})
  void belongsToTheSymbolsCategory(String symbol, TradingCalendar calendar) {
    assertThat(TradingCalendar.of(Symbol.of(symbol))).isEqualTo(calendar);
  }

  /** New York is UTC−5 in winter and UTC−4 in summer; clocks change on 8 March, 1 November 2026. */
  @ParameterizedTest
  @CsvSource({
    "winter Friday before the close,   2026-01-09T21:59:59Z, true",
    "winter Friday close,              2026-01-09T22:00:00Z, false",
    "winter Saturday,                  2026-01-10T12:00:00Z, false",
    "winter Sunday before the open,    2026-01-11T21:59:59Z, false",
    "winter Sunday open,               2026-01-11T22:00:00Z, true",
    "summer Friday before the close,   2026-07-10T20:59:59Z, true",
    "summer Friday close,              2026-07-10T21:00:00Z, false",
    "summer Sunday before the open,    2026-07-12T20:59:59Z, false",
    "summer Sunday open,               2026-07-12T21:00:00Z, true",
    "Friday before clocks go forward,  2026-03-06T21:30:00Z, true",
    "Sunday after clocks went forward, 2026-03-08T21:00:00Z, true",
    "Friday before clocks go back,     2026-10-30T20:59:59Z, true",
    "Friday close before they go back, 2026-10-30T21:00:00Z, false",
    "Sunday after clocks went back,    2026-11-01T21:59:59Z, false",
    "Sunday open after they went back, 2026-11-01T22:00:00Z, true",
    "Wednesday,                        2026-07-08T21:30:00Z, true",
  })
  void followsTheNewYorkWeek(String when, Instant instant, boolean open) {
    assertThat(FOREX.isOpen(instant)).as(when).isEqualTo(open);
  }

  @Test
  void breaksForAnHourADayInMetals() {
    assertThat(METALS.isOpen(Instant.parse("2026-07-08T20:59:59Z"))).isTrue();
    assertThat(METALS.isOpen(Instant.parse("2026-07-08T21:00:00Z"))).isFalse();
    assertThat(METALS.isOpen(Instant.parse("2026-07-08T22:00:00Z"))).isTrue();
    assertThat(METALS.isOpen(Instant.parse("2026-07-12T21:30:00Z"))).isFalse();
  }

  @Test
  void neverClosesForCrypto() {
    assertThat(CRYPTO.isOpen(Instant.parse("2026-07-11T12:00:00Z"))).isTrue();
    assertThat(CRYPTO.expectsBar(Timeframe.D1, Instant.parse("2026-07-11T00:00:00Z"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "M5, 2026-07-10T20:55:00Z, true",
    "M5, 2026-07-10T21:00:00Z, false",
    "H1, 2026-07-12T21:00:00Z, false", // first hour of the week: many feeds are silent
    "H1, 2026-07-12T22:00:00Z, true",
    "H4, 2026-07-10T16:00:00Z, true",
    "H4, 2026-07-10T20:00:00Z, false", // one hour of four
    "H4, 2026-07-12T20:00:00Z, false", // half is not more than half
    "D1, 2026-07-10T00:00:00Z, true",
    "D1, 2026-07-11T00:00:00Z, false",
    "D1, 2026-07-12T00:00:00Z, false",
    "D1, 2026-07-13T00:00:00Z, true",
  })
  void expectsABarWhereTheMarketIsOpenForMoreThanHalfOfIt(
      Timeframe timeframe, Instant openTime, boolean expected) {
    assertThat(FOREX.expectsBar(timeframe, openTime)).isEqualTo(expected);
  }

  @Test
  void callsAWeekendNormalAndAMissingHourNot() {
    assertThat(gap(FOREX, "2026-07-10T21:00:00Z", "2026-07-12T21:00:00Z")).isFalse();
    assertThat(gap(FOREX, "2026-07-10T21:00:00Z", "2026-07-12T22:00:00Z")).isFalse();
    assertThat(gap(FOREX, "2026-07-10T21:00:00Z", "2026-07-12T23:00:00Z")).isTrue();
    assertThat(gap(FOREX, "2026-07-10T20:00:00Z", "2026-07-12T21:00:00Z")).isTrue();
    assertThat(gap(FOREX, "2026-07-08T10:00:00Z", "2026-07-08T11:00:00Z")).isTrue();
    assertThat(gap(FOREX, "2026-07-08T10:00:00Z", "2026-07-08T10:00:00Z")).isFalse();
  }

  @Test
  void callsTheDailyBreakNormalInMetalsOnly() {
    assertThat(gap(METALS, "2026-07-08T21:00:00Z", "2026-07-08T22:00:00Z")).isFalse();
    assertThat(gap(FOREX, "2026-07-08T21:00:00Z", "2026-07-08T22:00:00Z")).isTrue();
    assertThat(gap(METALS, "2026-07-10T21:00:00Z", "2026-07-12T22:00:00Z")).isFalse();
    assertThat(gap(METALS, "2026-07-10T21:00:00Z", "2026-07-12T23:00:00Z")).isFalse();
    assertThat(gap(METALS, "2026-07-10T21:00:00Z", "2026-07-13T00:00:00Z")).isTrue();
  }

  @Test
  void callsChristmasAbnormal() {
    assertThat(gap(FOREX, "2026-12-24T22:00:00Z", "2026-12-27T22:00:00Z")).isTrue();
  }

  @Test
  void findsTheGapInsideASeries() {
    CandleSeries week = hours("2026-07-10T19:00:00Z", "2026-07-10T20:00:00Z");
    assertThat(FOREX.hasAbnormalGap(week)).isFalse();
    CandleSeries weekend =
        hours("2026-07-10T19:00:00Z", "2026-07-10T20:00:00Z", "2026-07-12T21:00:00Z");
    assertThat(FOREX.hasAbnormalGap(weekend)).isFalse();
    CandleSeries hole =
        hours("2026-07-10T18:00:00Z", "2026-07-10T20:00:00Z", "2026-07-12T21:00:00Z");
    assertThat(FOREX.hasAbnormalGap(hole)).isTrue();
  }

  private static boolean gap(TradingCalendar calendar, String closeTime, String nextOpenTime) {
    return calendar.isAbnormalGap(
        Timeframe.H1, Instant.parse(closeTime), Instant.parse(nextOpenTime));
  }

  private static CandleSeries hours(String... openTimes) {
    List<Candle> candles =
        Stream.of(openTimes)
            .map(time -> new Candle(Instant.parse(time), 1, 1, 1, 1, 1, 0, true))
            .toList();
    return CandleSeries.of(Symbol.of("EURUSD"), Timeframe.H1, candles);
  }
}
