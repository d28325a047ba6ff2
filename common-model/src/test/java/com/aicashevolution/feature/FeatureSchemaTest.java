package com.aicashevolution.feature;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.indicator.IndicatorCalculator;
import com.aicashevolution.indicator.IndicatorName;
import org.junit.jupiter.api.Test;

class FeatureSchemaTest {

  /** Whoever changes a formula changes this hash, knowing that no published model fits any more. */
  @Test
  void hasTheHashThatPublishedModelsCarry() {
    assertThat(FeatureSchema.CURRENT)
        .isEqualTo(
            new FeatureSchema(
                1, "75d41f5ed3999540493fe69534daafde9b12156859748c031b6c0a3317c691e7"));
  }

  @Test
  void describesEveryIndicatorAndEveryFeature() {
    for (String name : IndicatorName.wireNames()) {
      assertThat(IndicatorCalculator.FORMULAS.lines()).anyMatch(l -> l.startsWith(name + " = "));
      assertThat(FeatureTransform.FORMULAS.lines()).anyMatch(l -> l.startsWith(name + " = "));
    }
  }

  @Test
  void needsFourHundredCandlesForTheFirstOfTwentyRows() {
    assertThat(FeatureSchema.CANDLES_PER_WINDOW).isEqualTo(419);
    assertThat(FeatureSchema.FEATURES).isEqualTo(17);
  }
}
