package com.aicashevolution.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageHinkleyTest {

  @Test
  void thresholdsAreThoseOfPublishedTables() {
    // one-sided cumulative sum, k = 0.5: mean run length 336 at h = 4 and 930 at h = 5
    // (Montgomery, Introduction to Statistical Quality Control, table of Hawkins 1993)
    assertThat(PageHinkley.thresholdFor(0.5, 336)).isEqualTo(4, within(0.05));
    assertThat(PageHinkley.thresholdFor(0.5, 930)).isEqualTo(5, within(0.05));
  }

  @ParameterizedTest
  @ValueSource(doubles = {50, 250})
  void runsAsLongAsStatedWhileThePromiseHolds(double runLength) {
    Random random = new Random(51);
    PageHinkley fresh = PageHinkley.promising(0.1, 2, 1, runLength);
    assertThat(meanRun(random, fresh, 0.1, 2, 3_000))
        .isEqualTo(runLength, within(0.08 * runLength));
  }

  @Test
  void noticesALostEdgeSoon() {
    PageHinkley fresh = PageHinkley.promising(1, 1, 1, 1_000);
    assertThat(meanRun(new Random(52), fresh, 0, 1, 2_000)).isLessThan(12);
  }

  @Test
  void isNotAlarmedByWhatIsBetterThanPromised() {
    PageHinkley state = PageHinkley.promising(0, 1, 1, 20);
    for (int i = 0; i < 1_000; i++) {
      state = state.after(0.5);
    }
    assertThat(state.sum()).isZero();
    assertThat(state.alarmed()).isFalse();
  }

  private static double meanRun(
      Random random, PageHinkley fresh, double mean, double deviation, int runs) {
    long results = 0;
    for (int run = 0; run < runs; run++) {
      PageHinkley state = fresh;
      while (!state.alarmed()) {
        state = state.after(mean + deviation * random.nextGaussian());
        results++;
      }
    }
    return (double) results / runs;
  }

  @Test
  void refusesWhatIsNoPromiseAndNoResult() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PageHinkley.promising(0, 0, 1, 100))
        .withMessage("promisedDeviation must be finite and > 0, was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PageHinkley.promising(0, 1, 1, 2))
        .withMessage("resultsBetweenFalseAlarms must be in [10, 1e12], was 2.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PageHinkley.promising(0, 1, 1, 100).after(Double.NaN))
        .withMessage("result must be finite, was NaN");
  }
}
