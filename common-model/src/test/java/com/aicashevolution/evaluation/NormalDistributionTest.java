package com.aicashevolution.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference values: {@code scipy.stats.norm} of SciPy 1.17.1 (Cephes, Boost). */
class NormalDistributionTest {

  @ParameterizedTest
  @CsvSource({
    "-37, 5.7255712225239266e-300",
    "-8.5, 9.47953482220325e-18",
    "-7.5, 3.1908916729108844e-14",
    "-5, 2.866515718791933e-07",
    "-1.5, 0.06680720126885807",
    "-0.3, 0.3820885778110474",
    "0, 0.5",
    "0.1, 0.539827837277029",
    "1, 0.8413447460685429",
    "2.3263, 0.9899987239832014",
    "6, 0.9999999990134123",
    "8, 0.9999999999999993"
  })
  void agreesWithSciPyOnTheDistribution(double x, double p) {
    assertThat(NormalDistribution.cdf(x)).isEqualTo(p, within(1e-14));
    assertThat(NormalDistribution.cdf(x) / p).isEqualTo(1, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "1e-300, -37.0470962993612",
    "1e-20, -9.262340089798409",
    "1e-6, -4.753424308822899",
    "0.01, -2.3263478740408408",
    "0.3, -0.5244005127080409",
    "0.5, 0",
    "0.9, 1.2815515655446004",
    "0.975, 1.959963984540054",
    "0.999999, 4.753424308817087"
  })
  void agreesWithSciPyOnTheQuantile(double p, double x) {
    assertThat(NormalDistribution.quantile(p)).isEqualTo(x, within(1e-14 * (1 + Math.abs(x))));
  }

  @Property
  void quantileAndDistributionUndoEachOther(@ForAll @DoubleRange(min = -8, max = 5) double x) {
    assertThat(NormalDistribution.quantile(NormalDistribution.cdf(x))).isEqualTo(x, within(1e-7));
  }

  @Property
  void isSymmetricAndGrows(
      @ForAll @DoubleRange(min = 0, max = 40) double x,
      @ForAll @DoubleRange(min = 0, max = 1) double step) {
    assertThat(NormalDistribution.cdf(x) + NormalDistribution.cdf(-x)).isEqualTo(1, within(1e-15));
    assertThat(NormalDistribution.cdf(x + step))
        .isGreaterThanOrEqualTo(NormalDistribution.cdf(x) - 1e-14);
  }

  @Test
  void knowsItsEnds() {
    assertThat(NormalDistribution.cdf(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(NormalDistribution.cdf(Double.POSITIVE_INFINITY)).isOne();
  }

  @Test
  void refusesWhatHasNoAnswer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NormalDistribution.cdf(Double.NaN))
        .withMessage("x must be a number, was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NormalDistribution.quantile(1))
        .withMessage("p must be in (0, 1), was 1.0");
    assertThatIllegalArgumentException().isThrownBy(() -> NormalDistribution.quantile(Double.NaN));
  }
}
