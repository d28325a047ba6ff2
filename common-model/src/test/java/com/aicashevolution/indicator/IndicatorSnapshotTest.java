package com.aicashevolution.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorSnapshotTest {

  private static final IndicatorSnapshot SNAPSHOT =
      IndicatorSnapshot.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17);

  @Test
  void hasTheWireNamesInTheOrderOfTheDashboard() {
    assertThat(SNAPSHOT.toMap().keySet())
        .containsExactly(
            "adx_value",
            "rsi_value",
            "ema_12",
            "ema_21",
            "ema_50",
            "vwap",
            "atr_value",
            "bollinger_upper",
            "bollinger_lower",
            "stoch_k",
            "stoch_d",
            "macd_line",
            "macd_signal",
            "volume_ma",
            "price_change_pct",
            "volatility",
            "cci_value");
    assertThat(SNAPSHOT.toMap()).containsEntry("cci_value", 17.0).containsEntry("adx_value", 1.0);
    assertThat(IndicatorName.byWireName("rsi_value")).contains(IndicatorName.RSI);
    assertThat(IndicatorName.byWireName("rsi")).isEmpty();
  }

  @Test
  void replacesOnlyWhatIsNamed() {
    IndicatorSnapshot replaced = SNAPSHOT.with(Map.of(IndicatorName.RSI, 65.0));
    double[] expected = SNAPSHOT.toArray();
    expected[1] = 65;
    assertThat(replaced.toArray()).isEqualTo(expected);
    assertThat(SNAPSHOT.get(IndicatorName.RSI)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RSI | 101 | rsi_value must be in [0.0, 100.0], was 101.0",
        "STOCH_K | -1 | stoch_k must be in [0.0, 100.0], was -1.0",
        "ATR | -0.5 | atr_value must be >= 0.0, was -0.5",
        "VOLUME_MA | -5 | volume_ma must be >= 0.0, was -5.0",
        "CCI | NaN | cci_value must be finite, was NaN",
        "EMA_50 | Infinity | ema_50 must be finite, was Infinity",
      })
  void refusesAValueThatTheIndicatorCannotHave(IndicatorName name, double value, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SNAPSHOT.with(Map.of(name, value)))
        .withMessage(message);
  }

  @Test
  void refusesAWrongCount() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IndicatorSnapshot.of(1, 2, 3))
        .withMessage("indicators must be 17, were 3");
  }
}
