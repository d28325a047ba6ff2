package com.aicashevolution.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * Worked values: closed forms where none or all were seen; the two-sided 95 % interval of 10 of 100
 * is the one R's {@code binom.test(10, 100)} prints, [0.04900469, 0.17622260].
 */
class BinomialBoundTest {

  @Test
  void agreesWithTheClosedFormsAtTheEnds() {
    assertThat(BinomialBound.upper(0, 200, 0.95))
        .isCloseTo(1 - Math.pow(0.05, 1.0 / 200), within(1e-12));
    assertThat(BinomialBound.lower(20, 20, 0.95))
        .isCloseTo(Math.pow(0.05, 1.0 / 20), within(1e-12));
    assertThat(BinomialBound.lower(0, 20, 0.95)).isZero();
    assertThat(BinomialBound.upper(20, 20, 0.95)).isOne();
  }

  @Test
  void agreesWithAPublishedInterval() {
    assertThat(BinomialBound.lower(10, 100, 0.975)).isCloseTo(0.04900469, within(1e-8));
    assertThat(BinomialBound.upper(10, 100, 0.975)).isCloseTo(0.17622260, within(1e-8));
  }

  @Property
  void theBoundsEncloseTheShareAndMirrorEachOther(
      @ForAll @IntRange(max = 300) int seen,
      @ForAll @IntRange(max = 300) int missed,
      @ForAll @IntRange(min = 50, max = 99) int percent) {
    double confidence = percent / 100.0;
    int trials = Math.max(1, seen + missed);
    int counted = Math.min(seen, trials);
    double share = (double) counted / trials;
    double upper = BinomialBound.upper(counted, trials, confidence);
    assertThat(upper).isGreaterThanOrEqualTo(share - 1e-12);
    assertThat(BinomialBound.lower(counted, trials, confidence)).isLessThanOrEqualTo(share + 1e-12);
    assertThat(BinomialBound.lower(trials - counted, trials, confidence))
        .isCloseTo(1 - upper, within(1e-9));
  }

  /** What 95 % means: simulate the null, count the errors. */
  @Test
  void coversTheTrueShareAsOftenAsItSays() {
    SplittableRandom random = new SplittableRandom(5);
    int covered = 0;
    for (int experiment = 0; experiment < 2_000; experiment++) {
      int seen = 0;
      for (int i = 0; i < 60; i++) {
        seen += random.nextDouble() < 0.07 ? 1 : 0;
      }
      covered += BinomialBound.upper(seen, 60, 0.95) >= 0.07 ? 1 : 0;
    }
    assertThat(covered / 2_000.0).isBetween(0.94, 0.995);
  }

  @Test
  void refusesWhatCannotHaveBeenCounted() {
    assertThatThrownBy(() -> BinomialBound.upper(3, 2, 0.95))
        .hasMessage("seen must be in [0, trials] and trials >= 1, were 3 of 2");
    assertThatThrownBy(() -> BinomialBound.lower(1, 2, 1))
        .hasMessage("confidence must be in (0, 1), was 1.0");
  }
}
