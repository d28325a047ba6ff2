package com.aicashevolution.indicator;

import static com.aicashevolution.indicator.IndicatorCalculator.LOOKBACK_BARS;
import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.RandomMarket;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of every indicator in every market: compared bit by bit, name by name. */
class IndicatorPropertiesTest {

  private final IndicatorCalculator calculator = new IndicatorCalculator();

  @Property(tries = 200)
  void doesNotChangeWhenTheFutureIsAppended(
      @ForAll RandomMarket market, @ForAll long seed, @ForAll @IntRange(max = 300) int future) {
    CandleSeries full = market.series(seed, LOOKBACK_BARS + 20 + future);
    int bar = LOOKBACK_BARS + 19;
    assertSameBits(calculator.at(full, bar), calculator.at(full.upTo(bar + 1), bar));
  }

  @Property(tries = 200)
  void doesNotDependOnHowMuchHistoryIsLoaded(
      @ForAll RandomMarket market, @ForAll long seed, @ForAll @IntRange(max = 300) int history) {
    CandleSeries full = market.series(seed, LOOKBACK_BARS + history);
    int bar = full.size() - 1;
    CandleSeries bare = full.last(LOOKBACK_BARS);
    assertSameBits(calculator.at(full, bar), calculator.at(bare, LOOKBACK_BARS - 1));
  }

  @Property(tries = 200)
  void doesNotDependOnThePriceBeforeTheLookBack(
      @ForAll RandomMarket market, @ForAll long seed, @ForAll RandomMarket past) {
    List<Candle> candles = new ArrayList<>(past.candles(~seed, 50));
    candles.addAll(market.candles(seed, LOOKBACK_BARS + 50).subList(50, LOOKBACK_BARS + 50));
    CandleSeries spliced = RandomMarket.series(candles);
    CandleSeries plain = market.series(seed, LOOKBACK_BARS + 50);
    int bar = plain.size() - 1;
    assertSameBits(calculator.at(spliced, bar), calculator.at(plain, bar));
  }

  @Property(tries = 300)
  void staysFiniteAndWithinTheRangeOfEachIndicator(@ForAll RandomMarket market, @ForAll long seed) {
    CandleSeries series = market.series(seed, LOOKBACK_BARS + 40);
    double[] rows = calculator.rows(series, LOOKBACK_BARS - 1, series.size());
    for (int i = 0; i < rows.length; i++) {
      IndicatorName name = IndicatorName.values()[i % IndicatorName.COUNT];
      assertThat(name.requireLegal(rows[i])).isEqualTo(rows[i]);
    }
  }

  @Property(tries = 100)
  void keepsTheOrderThatTheDefinitionsImply(@ForAll RandomMarket market, @ForAll long seed) {
    CandleSeries series = market.series(seed, LOOKBACK_BARS);
    IndicatorSnapshot snapshot = calculator.at(series, LOOKBACK_BARS - 1);
    assertThat(snapshot.get(IndicatorName.BOLLINGER_UPPER))
        .isGreaterThanOrEqualTo(snapshot.get(IndicatorName.BOLLINGER_LOWER));
    double highest = 0;
    double lowest = Double.MAX_VALUE;
    for (int i = LOOKBACK_BARS - 20; i < LOOKBACK_BARS; i++) {
      highest = Math.max(highest, series.high(i));
      lowest = Math.min(lowest, series.low(i));
    }
    double rounding = 1e-12 * highest;
    assertThat(snapshot.get(IndicatorName.VWAP)).isBetween(lowest - rounding, highest + rounding);
  }

  private static void assertSameBits(IndicatorSnapshot actual, IndicatorSnapshot expected) {
    for (IndicatorName name : IndicatorName.values()) {
      assertThat(Double.doubleToRawLongBits(actual.get(name)))
          .as(name.wireName())
          .isEqualTo(Double.doubleToRawLongBits(expected.get(name)));
    }
  }
}
