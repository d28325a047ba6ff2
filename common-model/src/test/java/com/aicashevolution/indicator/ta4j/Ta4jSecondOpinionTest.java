package com.aicashevolution.indicator.ta4j;

import static com.aicashevolution.indicator.IndicatorCalculator.LOOKBACK_BARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.indicator.IndicatorCalculator;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.indicator.IndicatorSnapshot;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.RandomMarket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ta4j.core.BarSeries;

/**
 * ta4j 0.22.2 on the whole history beside ours on the last 400 bars: 1e-9 relative for sixteen. A
 * look-back of 400 leaves the slow EMA(50) a trace of its beginning, (49/51)^350 = 8.2e-7 of the
 * distance between its seed and what a longer history knows; no more than that is granted.
 */
class Ta4jSecondOpinionTest {

  private static final int BARS = 1_600;
  private static final int WARM = 1_200;

  @ParameterizedTest
  @EnumSource(names = {"WALK", "EXPENSIVE", "RISING"})
  void agreesWithTa4jOnEveryIndicator(RandomMarket market) {
    CandleSeries series = market.series(42, BARS);
    Ta4jOpinion ta4j = new Ta4jOpinion(series);
    IndicatorCalculator calculator = new IndicatorCalculator();
    for (int bar = WARM; bar < BARS; bar += 3) {
      IndicatorSnapshot ours = calculator.at(series, bar);
      for (IndicatorName name : IndicatorName.values()) {
        double theirs = ta4j.at(name, bar);
        double tolerance = tolerance(name, theirs, series, bar);
        assertThat(ours.get(name))
            .as("%s bar %d %s", market, bar, name.wireName())
            .isCloseTo(theirs, within(tolerance));
      }
    }
  }

  private static double tolerance(IndicatorName name, double theirs, CandleSeries series, int bar) {
    double relative = 1e-9 * Math.abs(theirs);
    return switch (name) {
      case EMA_50 -> relative + Math.pow(49.0 / 51, LOOKBACK_BARS - 50) * range(series, bar);
      // differences of price levels: as exact as the levels
      case MACD_LINE, MACD_SIGNAL -> 1e-9 * series.close(bar);
      case PRICE_CHANGE_PCT, CCI -> 1e-9 * Math.max(100, Math.abs(theirs));
      default -> relative;
    };
  }

  /** Highest less lowest price of everything up to {@code bar}. */
  private static double range(CandleSeries series, int bar) {
    double highest = series.high(0);
    double lowest = series.low(0);
    for (int i = 1; i <= bar; i++) {
      highest = Math.max(highest, series.high(i));
      lowest = Math.min(lowest, series.low(i));
    }
    return highest - lowest;
  }

  @Test
  void hasTheSameBarsUnderTheSameIndices() {
    CandleSeries series = RandomMarket.WALK.series(1, 10);
    BarSeries bars = Ta4jBars.of(series);
    assertThat(bars.getBarCount()).isEqualTo(10);
    for (int i = 0; i < 10; i++) {
      assertThat(bars.getBar(i).getBeginTime()).isEqualTo(series.openTime(i));
      assertThat(bars.getBar(i).getEndTime()).isEqualTo(series.closeTime(i));
      assertThat(bars.getBar(i).getOpenPrice().doubleValue()).isEqualTo(series.open(i));
      assertThat(bars.getBar(i).getHighPrice().doubleValue()).isEqualTo(series.high(i));
      assertThat(bars.getBar(i).getLowPrice().doubleValue()).isEqualTo(series.low(i));
      assertThat(bars.getBar(i).getClosePrice().doubleValue()).isEqualTo(series.close(i));
      assertThat(bars.getBar(i).getVolume().doubleValue()).isEqualTo(series.volume(i));
    }
  }
}
