package com.aicashevolution.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ResamplingTest {

  private static final Symbol EURUSD = Symbol.of("EURUSD");

  @Test
  void takesOpenHighLowCloseVolumeAndTheSpreadAtTheOpen() {
    Instant start = Instant.parse("2026-07-08T08:00:00Z");
    CandleSeries hours =
        CandleSeries.of(
            EURUSD,
            Timeframe.H1,
            List.of(
                new Candle(start, 1.10, 1.12, 1.09, 1.11, 10, 0.0001, true),
                new Candle(start.plusSeconds(3600), 1.11, 1.15, 1.10, 1.14, 20, 0.0002, true),
                new Candle(start.plusSeconds(7200), 1.14, 1.14, 1.05, 1.06, 30, 0.0003, true),
                new Candle(start.plusSeconds(10800), 1.06, 1.08, 1.06, 1.07, 40, 0.0004, true)));
    CandleSeries four = Resampling.of(hours, Timeframe.H4);
    assertThat(four.timeframe()).isEqualTo(Timeframe.H4);
    assertThat(four.size()).isEqualTo(1);
    assertThat(four.candle(0))
        .isEqualTo(new Candle(start, 1.10, 1.15, 1.05, 1.07, 100, 0.0001, true));
  }

  @Test
  void alignsDaysToMidnightUtc() {
    CandleSeries days = Resampling.of(market(0, "2026-07-05T21:00:00Z", 24 * 5), Timeframe.D1);
    assertThat(opens(days))
        .containsExactly(
            "2026-07-05T00:00:00Z", // Sunday evening is a day of its own
            "2026-07-06T00:00:00Z",
            "2026-07-07T00:00:00Z",
            "2026-07-08T00:00:00Z",
            "2026-07-09T00:00:00Z",
            "2026-07-10T00:00:00Z"); // complete at the Friday close, before midnight
  }

  @Test
  void leavesOutAGroupWithAHole() {
    List<Candle> candles = new ArrayList<>(candles(market(0, "2026-07-08T00:00:00Z", 12)));
    candles.remove(5);
    CandleSeries four = Resampling.of(CandleSeries.of(EURUSD, Timeframe.H1, candles), Timeframe.H4);
    assertThat(opens(four)).containsExactly("2026-07-08T00:00:00Z", "2026-07-08T08:00:00Z");
  }

  @Test
  void doesNotShowABarBeforeItCloses() {
    CandleSeries hours = market(0, "2026-07-08T00:00:00Z", 7);
    assertThat(opens(Resampling.of(hours, Timeframe.H4))).containsExactly("2026-07-08T00:00:00Z");
  }

  @Test
  void ignoresBarsOfAClosedMarket() {
    List<Candle> candles = new ArrayList<>(candles(market(0, "2026-07-10T20:00:00Z", 1)));
    candles.add(new Candle(Instant.parse("2026-07-10T22:00:00Z"), 9, 9, 9, 9, 9, 0, true));
    CandleSeries four = Resampling.of(CandleSeries.of(EURUSD, Timeframe.H1, candles), Timeframe.H4);
    assertThat(four.size()).isEqualTo(1);
    assertThat(four.high(0)).isEqualTo(candles.getFirst().high());
  }

  @Test
  void givesTheSeriesItselfForItsOwnTimeframeAndRefusesLowerOnes() {
    CandleSeries hours = market(0, "2026-07-08T00:00:00Z", 4);
    assertThat(Resampling.of(hours, Timeframe.H1)).isSameAs(hours);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Resampling.of(hours, Timeframe.M5))
        .withMessage("M5 candles cannot be built from H1");
  }

  @Property(tries = 100)
  void neverChangesABarOnceItIsThere(
      @ForAll long seed, @ForAll @DoubleRange(max = 0.3) double holes) {
    CandleSeries full = marketWithHoles(seed, holes, 24 * 9);
    List<Candle> all = candles(Resampling.of(full, Timeframe.H4));
    for (int bars = 0; bars <= full.size(); bars++) {
      List<Candle> known = candles(Resampling.of(full.upTo(bars), Timeframe.H4));
      assertThat(known).isEqualTo(all.subList(0, known.size()));
    }
  }

  @Property(tries = 50)
  void buildsTheSameDaysFromHoursAndFromFourHours(@ForAll long seed) {
    CandleSeries hours = marketWithHoles(seed, 0, 24 * 21);
    CandleSeries four = Resampling.of(hours, Timeframe.H4);
    assertThat(candles(Resampling.of(four, Timeframe.D1)))
        .isEqualTo(candles(Resampling.of(hours, Timeframe.D1)));
  }

  private static CandleSeries market(long seed, String start, int hours) {
    return marketWithHoles(seed, 0, Instant.parse(start), hours);
  }

  private static CandleSeries marketWithHoles(long seed, double holes, int hours) {
    return marketWithHoles(seed, holes, Instant.parse("2026-07-01T03:00:00Z"), hours);
  }

  /** Hours of the FX week with small integer volumes, so that sums are exact in any order. */
  private static CandleSeries marketWithHoles(long seed, double holes, Instant start, int hours) {
    Random random = new Random(seed);
    List<Candle> candles = new ArrayList<>();
    for (int i = 0; i < hours; i++) {
      Instant at = start.plusSeconds(3600L * i);
      double open = 1 + random.nextDouble();
      double close = 1 + random.nextDouble();
      if (TradingCalendar.FOREX.isOpen(at) && random.nextDouble() >= holes) {
        candles.add(
            new Candle(
                at,
                open,
                Math.max(open, close) + 0.1,
                Math.min(open, close) - 0.1,
                close,
                random.nextInt(9),
                0,
                true));
      }
    }
    return CandleSeries.of(EURUSD, Timeframe.H1, candles);
  }

  private static List<Candle> candles(CandleSeries series) {
    return IntStream.range(0, series.size()).mapToObj(series::candle).toList();
  }

  private static List<String> opens(CandleSeries series) {
    return candles(series).stream().map(candle -> candle.openTime().toString()).toList();
  }
}
