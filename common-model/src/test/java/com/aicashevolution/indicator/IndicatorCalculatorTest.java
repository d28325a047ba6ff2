package com.aicashevolution.indicator;

import static com.aicashevolution.indicator.IndicatorCalculator.LOOKBACK_BARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.RandomMarket;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IndicatorCalculatorTest {

  private final IndicatorCalculator calculator = new IndicatorCalculator();

  /**
   * Every value within 1e-10 of the one in 34 digits, relative to the magnitude it is computed
   * from: a difference of price levels cannot be more exact than the levels are.
   */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXTREMES")
  void agreesWithThePapersInThirtyFourDigits(RandomMarket market) {
    for (long seed = 1; seed <= 5; seed++) {
      CandleSeries series = market.series(seed, LOOKBACK_BARS + 7);
      Map<IndicatorName, BigDecimal> expected =
          new PaperReference(series.last(LOOKBACK_BARS)).last();
      IndicatorSnapshot actual = calculator.at(series, series.size() - 1);
      assertThat(expected).hasSize(IndicatorName.COUNT);
      expected.forEach(
          (name, exact) -> {
            double reference = exact.doubleValue();
            assertThat(actual.get(name))
                .as("%s %s", market, name.wireName())
                .isCloseTo(reference, within(1e-10 * magnitude(name, reference, series)));
          });
    }
  }

  private static double magnitude(IndicatorName name, double reference, CandleSeries series) {
    return switch (name) {
      case EMA_12, EMA_21, EMA_50, VWAP, BOLLINGER_UPPER, BOLLINGER_LOWER, MACD_LINE, MACD_SIGNAL ->
          Math.max(Math.abs(reference), highest(series));
      case ADX, RSI, STOCH_K, STOCH_D, CCI -> 100;
      case ATR -> highest(series);
      case VOLUME_MA, PRICE_CHANGE_PCT, VOLATILITY -> Math.max(Math.abs(reference), 1e-3);
    };
  }

  private static double highest(CandleSeries series) {
    double highest = 0;
    for (int i = 0; i < series.size(); i++) {
      highest = Math.max(highest, series.high(i));
    }
    return highest;
  }

  @Test
  void statesTheValuesOfAMarketThatNeverMoves() {
    CandleSeries series = RandomMarket.FLAT.series(1, LOOKBACK_BARS);
    double price = series.close(0);
    IndicatorSnapshot snapshot = calculator.at(series, LOOKBACK_BARS - 1);
    double volume = snapshot.get(IndicatorName.VOLUME_MA);
    assertThat(snapshot)
        .isEqualTo(
            IndicatorSnapshot.of(
                0, 50, price, price, price, price, 0, price, price, 50, 50, 0, 0, volume, 0, 0, 0));
    assertThat(volume).isPositive();
  }

  @Test
  void weighsBarsAlikeWhereNothingWasTraded() {
    CandleSeries series = RandomMarket.WITHOUT_VOLUME.series(3, LOOKBACK_BARS);
    double sum = 0;
    for (int i = LOOKBACK_BARS - 20; i < LOOKBACK_BARS; i++) {
      sum += (series.high(i) + series.low(i) + series.close(i)) / 3;
    }
    IndicatorSnapshot snapshot = calculator.at(series, LOOKBACK_BARS - 1);
    assertThat(snapshot.get(IndicatorName.VWAP)).isCloseTo(sum / 20, within(1e-14));
    assertThat(snapshot.get(IndicatorName.VOLUME_MA)).isZero();
  }

  @Test
  void saysHundredWhereEveryCloseRose() {
    CandleSeries series = RandomMarket.RISING.series(3, LOOKBACK_BARS);
    assertThat(calculator.at(series, LOOKBACK_BARS - 1).get(IndicatorName.RSI)).isEqualTo(100);
  }

  @Test
  void readsTheChangeOfOneBarInPerCent() {
    List<Candle> candles = new ArrayList<>(RandomMarket.FLAT.candles(1, LOOKBACK_BARS - 1));
    Candle before = candles.getLast();
    Instant next = before.openTime().plusSeconds(3600);
    candles.add(new Candle(next, 1.1, 1.2, 1.1, 1.1 * 1.05, 1, 0, true));
    IndicatorSnapshot snapshot = calculator.at(RandomMarket.series(candles), LOOKBACK_BARS - 1);
    assertThat(snapshot.get(IndicatorName.PRICE_CHANGE_PCT)).isCloseTo(5, within(1e-12));
  }

  @Test
  void givesARowTheSameBitsAloneAndAmongThousands() {
    CandleSeries series = RandomMarket.WALK.series(11, 1_100);
    double[] all = calculator.rows(series, LOOKBACK_BARS - 1, series.size());
    IndicatorCalculator other = new IndicatorCalculator();
    for (int bar = LOOKBACK_BARS - 1; bar < series.size(); bar++) {
      int at = (bar - LOOKBACK_BARS + 1) * IndicatorName.COUNT;
      double[] row = Arrays.copyOfRange(all, at, at + IndicatorName.COUNT);
      assertThat(row).isEqualTo(other.at(series, bar).toArray());
    }
  }

  @Test
  void refusesABarWithoutAFullLookBack() {
    CandleSeries series = RandomMarket.WALK.series(1, LOOKBACK_BARS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calculator.at(series, LOOKBACK_BARS - 2))
        .withMessage("bar must be >= 399 to have a full look-back, was 398");
  }
}
