package com.aicashevolution.market.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CounterRandomTest {

  /** Quantiles from the table in Abramowitz and Stegun, 26.2, and from R's qnorm for the tails. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0",
    "0.75, 0.6744897502",
    "0.9, 1.2815515655",
    "0.975, 1.9599639845",
    "0.999, 3.0902323062",
    "0.000001, -4.7534243088",
    "1e-12, -7.0344838253"
  })
  void givesTheQuantilesOfTheNormalDistribution(double p, double expected) {
    assertThat(CounterRandom.quantile(p)).isCloseTo(expected, within(2e-6));
  }

  @Test
  void givesTheSameDrawForTheSamePositionInAnyOrder() {
    CounterRandom random = new CounterRandom(3, "EURUSD");
    double tenth = random.uniform(10);
    double third = random.uniform(3);

    assertThat(random.uniform(3)).isEqualTo(third);
    assertThat(new CounterRandom(3, "EURUSD").uniform(10)).isEqualTo(tenth);
    assertThat(new CounterRandom(4, "EURUSD").uniform(10)).isNotEqualTo(tenth);
    assertThat(new CounterRandom(3, "EURUSE").uniform(10)).isNotEqualTo(tenth);
  }

  /** Bounds are five standard errors: with honest draws one of the six fails once in 300,000. */
  @Test
  void drawsIndependentStandardNormals() {
    int n = 1_000_000;
    CounterRandom random = new CounterRandom(1, "moments");
    CounterRandom neighbour = new CounterRandom(2, "moments");
    double mean = 0;
    double square = 0;
    double fourth = 0;
    double serial = 0;
    double crossed = 0;
    double stride = 0;
    for (int i = 0; i < n; i++) {
      double x = random.normal(i);
      mean += x / n;
      square += x * x / n;
      fourth += x * x * x * x / n;
      serial += x * random.normal(i + 1) / n;
      crossed += x * neighbour.normal(i) / n;
      stride += x * random.normal(i + 16) / n;
    }
    assertThat(mean).isCloseTo(0, within(0.005));
    assertThat(square).isCloseTo(1, within(5 * Math.sqrt(2.0 / n)));
    assertThat(fourth).isCloseTo(3, within(5 * Math.sqrt(96.0 / n)));
    assertThat(serial).isCloseTo(0, within(0.005));
    assertThat(crossed).isCloseTo(0, within(0.005));
    assertThat(stride).isCloseTo(0, within(0.005));
  }
}
