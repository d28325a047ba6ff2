package com.aicashevolution.trainer.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ThinnedCurveTest {

  @Property(tries = 300)
  void keepsBothEndsAndBothExtremesAndFewEnough(
      @ForAll @Size(min = 1, max = 400) double @DoubleRange(min = -100, max = 100) [] values,
      @ForAll @IntRange(min = 1, max = 40) int buckets) {
    int[] kept = ThinnedCurve.indices(values, buckets);
    assertThat(kept).isSorted().doesNotHaveDuplicates();
    assertThat(kept.length).isLessThanOrEqualTo(Math.min(values.length, 2 * buckets + 2));
    assertThat(kept[0]).isZero();
    assertThat(kept[kept.length - 1]).isEqualTo(values.length - 1);
    assertThat(Arrays.stream(kept).mapToDouble(i -> values[i]).max())
        .isEqualTo(Arrays.stream(values).max());
    assertThat(Arrays.stream(kept).mapToDouble(i -> values[i]).min())
        .isEqualTo(Arrays.stream(values).min());
  }
}
