package com.aicashevolution.inference.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.indicator.IndicatorSnapshot;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IndicatorBoundsTest {

  @ParameterizedTest
  @EnumSource(IndicatorName.class)
  void refusesWhatIsNotANumber(IndicatorName name) {
    assertThat(IndicatorBounds.problemWith(name, Double.NaN))
        .hasValue("must be a finite number, was NaN");
    assertThat(IndicatorBounds.problemWith(name, Double.POSITIVE_INFINITY))
        .hasValue("must be a finite number, was Infinity");
  }

  @ParameterizedTest
  @CsvSource({
    "RSI, 100.01, 'must be in [0, 100], was 100.01'",
    "ADX, -1, 'must be in [0, 100], was -1.0'",
    "STOCH_K, 101, 'must be in [0, 100], was 101.0'",
    "EMA_12, 0, 'must be a price > 0, was 0.0'",
    "ATR, -0.1, 'must be >= 0, was -0.1'",
    "VOLUME_MA, -2, 'must be >= 0, was -2.0'",
  })
  void namesTheBoundAndTheNumber(IndicatorName name, double value, String problem) {
    assertThat(IndicatorBounds.problemWith(name, value)).hasValue(problem);
  }

  @Test
  void acceptsEveryValueThatCandlesGive() {
    for (Symbol symbol : Symbol.defaults()) {
      CandleSeries series = SampleCandles.series(symbol, FeatureSchema.CANDLES_PER_WINDOW);
      for (IndicatorSnapshot snapshot :
          new FeaturePipeline().snapshots(series, series.size() - 20, series.size())) {
        for (IndicatorName name : IndicatorName.values()) {
          assertThat(IndicatorBounds.problemWith(name, snapshot.get(name))).isEmpty();
        }
      }
    }
  }
}
