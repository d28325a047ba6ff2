package com.aicashevolution.api.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QualityCheckTest {

  private static final Instant MONDAY = Instant.parse("2020-06-01T00:00:00Z");

  private final QualityCheck check = new QualityCheck(Symbol.of("EURUSD"), Timeframe.H1);

  @Test
  void shouldFindNothingRemarkableInAnOrdinaryWeekAndItsWeekend() {
    for (int hour = 0; hour < 9 * 24; hour++) {
      Instant time = MONDAY.plusSeconds(3600L * hour);
      boolean weekend =
          !time.isBefore(Instant.parse("2020-06-05T21:00:00Z"))
              && time.isBefore(Instant.parse("2020-06-07T21:00:00Z"));
      if (!weekend) {
        check.accept(candle(time, 1.1, 5));
      }
    }
    QualityReport report = check.report();

    assertThat(report.candles()).isEqualTo(9 * 24 - 48);
    assertThat(report.gaps()).isZero();
    assertThat(report.closedHours()).isZero();
    assertThat(report.zeroVolume() + report.flatRuns() + report.jumps()).isZero();
    assertThat(report.first()).isEqualTo(MONDAY);
    assertThat(report.last()).isEqualTo("2020-06-09T23:00:00Z");
  }

  @Test
  void shouldCountWhatIsMissingWhileTheMarketWasOpen() {
    check.accept(candle(MONDAY, 1.1, 5));
    check.accept(candle(MONDAY.plusSeconds(3 * 3600), 1.1, 5));
    check.accept(candle(MONDAY.plusSeconds(5 * 3600), 1.1, 5));
    QualityReport report = check.report();

    assertThat(report.gaps()).isEqualTo(2);
    assertThat(report.missingCandles()).isEqualTo(3);
    assertThat(report.longestGap())
        .isEqualTo(
            new QualityReport.Gap(
                Instant.parse("2020-06-01T01:00:00Z"), Instant.parse("2020-06-01T03:00:00Z"), 2));
  }

  @Test
  void shouldCountCandlesOfTheWeekend() {
    check.accept(candle(Instant.parse("2020-05-30T10:00:00Z"), 1.1, 5));

    assertThat(check.report().closedHours()).isEqualTo(1);
  }

  @Test
  void shouldCountRunsThatNeverMoved() {
    for (int hour = 0; hour < 20; hour++) {
      boolean flat = hour < 7 || (hour > 9 && hour < 14);
      Instant time = MONDAY.plusSeconds(3600L * hour);
      check.accept(
          flat ? new Candle(time, 1.1, 1.1, 1.1, 1.1, 0, 0.1, true) : candle(time, 1.1, 5));
    }
    QualityReport report = check.report();

    assertThat(report.flatRuns()).isEqualTo(1);
    assertThat(report.longestFlatRun()).isEqualTo(7);
    assertThat(report.zeroVolume()).isEqualTo(11);
  }

  @Test
  void shouldNoticeAJump() {
    check.accept(candle(MONDAY, 1.1, 5));
    check.accept(candle(MONDAY.plusSeconds(3600), 1.3, 5));

    assertThat(check.report().jumps()).isEqualTo(1);
    assertThat(check.report().firstJump()).isEqualTo("2020-06-01T01:00:00Z");
  }

  private static Candle candle(Instant time, double price, double volume) {
    return new Candle(time, price, price + 0.01, price - 0.01, price, volume, 0.0001, true);
  }
}
