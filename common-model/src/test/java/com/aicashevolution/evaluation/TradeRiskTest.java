package com.aicashevolution.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TradeRiskTest {

  @Test
  void measuresTheDeepestFallAndTheDownside() {
    // running sums 1, 3, 0, 1, −1: deepest fall from 3 to −1; downside (9 + 4) / 5
    TradeRisk risk = TradeRisk.of(new double[] {1, 2, -3, 1, -2});
    assertThat(risk.maxDrawdown()).isEqualTo(4);
    assertThat(risk.sortino()).isEqualTo(-0.2 / Math.sqrt(13 / 5.0), within(1e-14));
    // mean −0.2, squared deviations sum to 18.8
    assertThat(risk.sharpe().ratio()).isEqualTo(-0.2 / Math.sqrt(18.8 / 4), within(1e-14));
  }

  @Test
  void countsAFallFromTheStart() {
    assertThat(TradeRisk.of(new double[] {-2, 1}).maxDrawdown()).isEqualTo(2);
  }

  @Test
  void capsASortinoWithoutLosses() {
    TradeRisk risk = TradeRisk.of(new double[] {1, 2});
    assertThat(risk.sortino()).isEqualTo(1e6);
    assertThat(risk.maxDrawdown()).isZero();
  }

  @Test
  void noTradesAreNoRiskAndNoMerit() {
    assertThat(TradeRisk.of(new double[0]))
        .isEqualTo(new TradeRisk(0, 0, new SharpeRatio(0, 0, 0, 3)));
  }

  @Property
  void drawdownIsTheLargestFallBetweenAnyTwoMoments(
      @ForAll @Size(max = 30) List<@DoubleRange(min = -3, max = 3) Double> drawn) {
    double[] results = drawn.stream().mapToDouble(x -> x).toArray();
    double[] sums = new double[results.length + 1];
    Arrays.setAll(sums, i -> Arrays.stream(results, 0, i).sum());
    double largest = 0;
    for (int i = 0; i < sums.length; i++) {
      for (int j = i; j < sums.length; j++) {
        largest = Math.max(largest, sums[i] - sums[j]);
      }
    }
    assertThat(TradeRisk.of(results).maxDrawdown()).isEqualTo(largest, within(1e-9));
  }

  @Test
  void refusesAResultThatIsNoNumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TradeRisk.of(new double[] {1, Double.POSITIVE_INFINITY}))
        .withMessage("result 1 must be finite, was Infinity");
  }
}
