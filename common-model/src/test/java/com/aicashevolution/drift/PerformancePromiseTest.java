package com.aicashevolution.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PerformancePromiseTest {

  private static final double EDGE = 0.3;

  @Test
  void findsMeanDeviationAndHowMuchADaysResultsShare() {
    PerformancePromise promise = PerformancePromise.of(days(new Random(1), 4_000, EDGE));
    assertThat(promise.mean()).isEqualTo(EDGE, within(0.03));
    assertThat(promise.deviation()).isEqualTo(1.2, within(0.03));
    assertThat(promise.correlation()).isEqualTo(0.25, within(0.03));
    assertThat(promise.days()).isEqualTo(4_000);
  }

  @Test
  void keepsTheStatedRunLengthWhileThePromiseHolds() {
    Random random = new Random(2);
    PerformancePromise promise = PerformancePromise.of(days(random, 4_000, EDGE));
    int alarms = 0;
    int days = 300_000;
    PageHinkley test = promise.unbroken();
    for (int i = 0; i < days; i++) {
      test = test.after(promise.surprise(day(random, EDGE)));
      if (test.alarmed()) {
        alarms++;
        test = promise.unbroken();
      }
    }
    assertThat((double) days / alarms).isBetween(700.0, 1_500.0);
  }

  @Test
  void noticesWithinWeeksThatTheEdgeIsGone() {
    Random random = new Random(3);
    PerformancePromise promise = PerformancePromise.of(days(random, 400, EDGE));
    int total = 0;
    for (int trial = 0; trial < 200; trial++) {
      PageHinkley test = promise.unbroken();
      while (!test.alarmed()) {
        test = test.after(promise.surprise(day(random, -0.1)));
        total++;
      }
    }
    assertThat(total / 200.0).isLessThan(45);
  }

  @Test
  void promisesNothingFromAHandfulOfTrades() {
    List<double[]> few = days(new Random(4), 29, EDGE);
    assertThat(PerformancePromise.isPossible(few)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PerformancePromise.of(few))
        .withMessageStartingWith("trades must be >= 100 and days >= 30, were ")
        .withMessageEndingWith(" and 29");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> PerformancePromise.of(days(new Random(4), 60, EDGE)).surprise(new double[0]))
        .withMessage("results must be at least 1, were 0");
  }

  private static List<double[]> days(Random random, int count, double mean) {
    List<double[]> days = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      days.add(day(random, mean));
    }
    return days;
  }

  /** One to twelve results with deviation 1.2 that share a quarter of their variance. */
  private static double[] day(Random random, double mean) {
    double[] results = new double[1 + random.nextInt(12)];
    double shared = 0.6 * random.nextGaussian();
    for (int i = 0; i < results.length; i++) {
      results[i] = mean + shared + Math.sqrt(1.44 - 0.36) * random.nextGaussian();
    }
    return results;
  }
}
