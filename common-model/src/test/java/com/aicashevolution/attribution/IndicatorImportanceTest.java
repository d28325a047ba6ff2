package com.aicashevolution.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aicashevolution.indicator.IndicatorName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndicatorImportanceTest {

  @Test
  void keepsSharesInTheOrderOfTheIndicatorsWhateverOrderTheyCameIn() {
    double[] shares = new double[IndicatorName.COUNT];
    Arrays.setAll(shares, i -> (i + 1) / 153.0);
    Map<IndicatorName, Double> unordered = new HashMap<>(IndicatorImportance.byName(shares));
    IndicatorImportance importance = new IndicatorImportance(unordered, 64, 32, 128, 7, 0);

    assertThat(importance.importance().keySet()).containsExactly(IndicatorName.values());
    assertThat(importance.inOrder()).startsWith(1 / 153.0, 2 / 153.0).endsWith(17 / 153.0);
  }

  @Test
  void refusesSharesThatAreNone() {
    double[] shares = new double[IndicatorName.COUNT];
    refuses(shares, 1, 0, "importances must sum to 1, were 0.0");
    shares[2] = 1.5;
    shares[3] = -0.5;
    refuses(shares, 1, 0, "importance of ema_12 must be in [0, 1], was 1.5");
    shares[2] = Double.NaN;
    refuses(shares, 1, 0, "importance of ema_12 must be in [0, 1], was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IndicatorImportance(Map.of(IndicatorName.ADX, 1.0), 1, 1, 1, 0, 0))
        .withMessage("importance must be of 17 indicators, was of 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IndicatorImportance.byName(new double[16]))
        .withMessage("shares must be 17, were 16");
  }

  @Test
  void refusesValuesThatDoNotAddUp() {
    double[] shares = new double[IndicatorName.COUNT];
    shares[0] = 1;
    refuses(shares, 0, 0, "windows must be >= 1, was 0");
    refuses(shares, 1, 2e-6, "worstEfficiencyGap must be in [0, 1.0E-6], was 2.0E-6");
    refuses(shares, 1, Double.NaN, "worstEfficiencyGap must be in [0, 1.0E-6], was NaN");
  }

  private static void refuses(double[] shares, int windows, double gap, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new IndicatorImportance(
                    IndicatorImportance.byName(shares), 64, windows, 128, 7, gap))
        .withMessage(message);
  }
}
