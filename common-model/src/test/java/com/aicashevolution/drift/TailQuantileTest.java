package com.aicashevolution.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailQuantileTest {

  /** Over many histories: what one limit promises too much, another must promise too little. */
  @ParameterizedTest
  @CsvSource({"60, 1e-2", "100, 1e-3", "400, 1e-3", "2000, 1e-4"})
  void isExceededAsRarelyAsAskedHoweverShortTheHistory(int values, double probability) {
    Random random = new Random(41);
    double exceeded = 0;
    int rounds = 20_000;
    for (int round = 0; round < rounds; round++) {
      double[] history = random.doubles(values).map(u -> -Math.log(1 - u)).toArray();
      exceeded += Math.exp(-TailQuantile.exceededWith(probability, history, 1)) / rounds;
    }
    assertThat(exceeded / probability).isBetween(0.5, 1.5);
  }

  @Test
  void asksMoreOfATailThatWindowsSharingTheirBarsShowed() {
    double[] history = new Random(42).doubles(500).map(u -> -Math.log(1 - u)).toArray();
    assertThat(TailQuantile.exceededWith(1e-3, history, 10))
        .isGreaterThan(1.2 * TailQuantile.exceededWith(1e-3, history, 1));
  }

  @Test
  void staysEmpiricalWhereThereIsEnoughToSee() {
    double[] values = new double[101];
    for (int i = 0; i < values.length; i++) {
      values[i] = 100 - i;
    }
    assertThat(TailQuantile.exceededWith(0.25, values, 1)).isEqualTo(75, within(1e-9));
  }

  @Test
  void valuesThatAreAllEqualHaveNoTail() {
    assertThat(TailQuantile.exceededWith(0.001, new double[10], 1)).isZero();
  }

  @Test
  void refusesTooFewValuesAndNoProbability() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TailQuantile.exceededWith(0.1, new double[9], 1))
        .withMessage("values must be at least 10, were 9");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TailQuantile.exceededWith(0, new double[10], 1))
        .withMessage("probability must be in (0, 1), was 0.0");
  }
}
