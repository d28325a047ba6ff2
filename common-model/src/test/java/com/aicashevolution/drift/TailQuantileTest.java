package com.aicashevolution.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TailQuantileTest {

  @Test
  void findsWhatAnExponentialExceedsOnceInTenThousandFromAThousandValues() {
    Random random = new Random(41);
    double sum = 0;
    int rounds = 200;
    for (int round = 0; round < rounds; round++) {
      double[] values = random.doubles(1_000).map(u -> -Math.log(1 - u)).toArray();
      sum += TailQuantile.exceededWith(1e-4, values) / rounds;
    }
    assertThat(sum).isEqualTo(Math.log(1e4), within(0.3));
  }

  @Test
  void staysEmpiricalWhereThereIsEnoughToSee() {
    double[] values = new double[101];
    for (int i = 0; i < values.length; i++) {
      values[i] = 100 - i;
    }
    assertThat(TailQuantile.exceededWith(0.25, values)).isEqualTo(75, within(1e-9));
  }

  @Test
  void valuesThatAreAllEqualHaveNoTail() {
    assertThat(TailQuantile.exceededWith(0.001, new double[10])).isZero();
  }

  @Test
  void refusesTooFewValuesAndNoProbability() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TailQuantile.exceededWith(0.1, new double[9]))
        .withMessage("values must be at least 10, were 9");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TailQuantile.exceededWith(0, new double[10]))
        .withMessage("probability must be in (0, 1), was 0.0");
  }
}
