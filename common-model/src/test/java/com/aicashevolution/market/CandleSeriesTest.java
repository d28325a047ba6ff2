package com.aicashevolution.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandleSeriesTest {

  private static final Symbol EURUSD = Symbol.of("EURUSD");
  private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");

  private final CandleSeries series = RandomMarket.WALK.series(1, 50);

  @Test
  void keepsEveryCandleAsItWas() {
    List<Candle> candles = RandomMarket.WALK.candles(1, 50);
    for (int i = 0; i < 50; i++) {
      assertThat(series.candle(i)).isEqualTo(candles.get(i));
      assertThat(series.closeTime(i)).isEqualTo(candles.get(i).openTime().plusSeconds(3600));
    }
  }

  @Test
  void showsAViewNothingOutsideIt() {
    CandleSeries view = series.slice(10, 20);
    assertThat(view.size()).isEqualTo(10);
    assertThat(view.candle(0)).isEqualTo(series.candle(10));
    assertThat(view.last(3).candle(2)).isEqualTo(series.candle(19));
    assertThat(view.upTo(4).size()).isEqualTo(4);
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> view.close(10));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> view.close(-1));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> view.copyTo(PriceField.CLOSE, 8, new double[9], 3));
  }

  @Test
  void findsABarByItsOpenTimeWithinTheView() {
    CandleSeries view = series.slice(10, 20);
    assertThat(view.indexOf(series.openTime(13))).isEqualTo(3);
    assertThat(view.indexOf(series.openTime(9))).isEqualTo(-1);
    assertThat(view.indexOf(series.openTime(13).plusSeconds(60))).isEqualTo(-5);
    assertThat(view.indexOf(series.openTime(20))).isEqualTo(-11);
  }

  @Test
  void copiesAColumn() {
    double[] closes = new double[3];
    series.slice(10, 20).copyTo(PriceField.CLOSE, 2, closes, 3);
    assertThat(closes).containsExactly(series.close(12), series.close(13), series.close(14));
  }

  @Test
  void refusesIncompleteMisalignedAndUnorderedCandles() {
    assertRefused("candle 0 at 2026-01-05T10:00:00Z is not complete", candle(TEN, false));
    assertRefused(
        "candle 0 at 2026-01-05T10:05:00Z is off the H1 grid", candle(TEN.plusSeconds(300), true));
    assertRefused(
        "candle 1 at 2026-01-05T10:00:00Z is not later than the one before it",
        candle(TEN, true),
        candle(TEN, true));
  }

  private static void assertRefused(String message, Candle... candles) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CandleSeries.of(EURUSD, Timeframe.H1, List.of(candles)))
        .withMessage(message);
  }

  private static Candle candle(Instant openTime, boolean complete) {
    return new Candle(openTime, 1, 1, 1, 1, 1, 0, complete);
  }
}
