package com.aicashevolution.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.indicator.IndicatorName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class IndicatorWeightsTest {

  @Property
  void neutralWeightsGiveExactlyOneWhateverTheImportances(
      @ForAll @Size(17) List<@DoubleRange(min = 0.01, max = 1000) Double> importance) {
    assertThat(IndicatorWeights.NEUTRAL.factor(importance, 1)).isEqualTo(1.0, within(1e-15));
  }

  @Test
  void neutralWeightsLeaveUniformConfidencesToTheBit() {
    assertThat(IndicatorWeights.NEUTRAL.factor(IndicatorWeights.UNIFORM_IMPORTANCE, 1))
        .isEqualTo(1.0);
  }

  @Test
  void theFactorIsTheImportanceWeightedMean() {
    // RSI carries three quarters of the importance and weight 0.6, MACD the rest and weight 1.0
    IndicatorWeights weights = with(IndicatorName.RSI, 0.6);
    List<Double> importance = new ArrayList<>(Collections.nCopies(IndicatorName.COUNT, 0.0));
    importance.set(IndicatorName.RSI.ordinal(), 3.0);
    importance.set(IndicatorName.MACD_LINE.ordinal(), 1.0);
    assertThat(weights.factor(importance, 1)).isEqualTo(0.7, within(1e-12));
  }

  @Test
  void theFactorStaysBetweenAHalfAndItsMaximum() {
    IndicatorWeights none =
        new IndicatorWeights("w1", Collections.nCopies(IndicatorName.COUNT, 0.0));
    IndicatorWeights threefold =
        new IndicatorWeights("w2", Collections.nCopies(IndicatorName.COUNT, 3.0));
    assertThat(none.factor(IndicatorWeights.UNIFORM_IMPORTANCE, 1)).isEqualTo(0.5);
    assertThat(threefold.factor(IndicatorWeights.UNIFORM_IMPORTANCE, 1)).isEqualTo(1);
    assertThat(threefold.factor(IndicatorWeights.UNIFORM_IMPORTANCE, 1.5)).isEqualTo(1.5);
  }

  @Test
  void namesTheWeightsAsTheDashboardDoes() {
    assertThat(with(IndicatorName.CCI, 0.25).byWireName())
        .hasSize(17)
        .containsEntry("cci_value", 0.25)
        .containsEntry("adx_value", 1.0);
  }

  @Test
  void refusesWhatIsNoWeight() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(IndicatorName.EMA_12, -0.5))
        .withMessage("weight of ema_12 must be a finite number >= 0, was -0.5");
    assertThatIllegalArgumentException().isThrownBy(() -> with(IndicatorName.RSI, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IndicatorWeights("w", List.of(1.0)))
        .withMessage("weights must be 17, were 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IndicatorWeights(" ", IndicatorWeights.UNIFORM_IMPORTANCE));
  }

  @Test
  void refusesImportancesAndMaximaThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                IndicatorWeights.NEUTRAL.factor(Collections.nCopies(IndicatorName.COUNT, 0.0), 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IndicatorWeights.NEUTRAL.factor(IndicatorWeights.UNIFORM_IMPORTANCE, 0.4))
        .withMessage("maxFactor must be a finite number >= 0.5, was 0.4");
  }

  private static IndicatorWeights with(IndicatorName indicator, double weight) {
    List<Double> values = new ArrayList<>(IndicatorWeights.NEUTRAL.values());
    values.set(indicator.ordinal(), weight);
    return new IndicatorWeights("test", values);
  }
}
