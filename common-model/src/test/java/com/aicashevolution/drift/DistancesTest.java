package com.aicashevolution.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Numbers marked SciPy are of {@code scipy.stats} 1.17.1. */
class DistancesTest {

  private static final double[] FIRST = {0.5, 1.0, 1.5, 2.5, 4.0};
  private static final double[] SECOND = {1.0, 2.0, 2.0, 3.0, 5.0, 8.0, 9.0};

  @Test
  void agreeWithSciPyOnTwoSmallSamples() {
    // ks_2samp(FIRST, SECOND).statistic, wasserstein_distance(FIRST, SECOND)
    assertThat(KolmogorovSmirnov.distance(FIRST, SECOND)).isEqualTo(KS_SCIPY, within(1e-12));
    assertThat(Wasserstein.distance(FIRST, SECOND)).isEqualTo(W1_SCIPY, within(1e-12));
  }

  private static final double KS_SCIPY = 0.45714285714285713;
  private static final double W1_SCIPY = 2.3857142857142857;

  @Test
  void stabilityIndexOfTwoBinsByHand() {
    // (0.5 − 0.25) ln 2 + (0.5 − 0.75) ln(2/3)
    assertThat(PopulationStability.index(new double[] {.25, .75}, new double[] {.5, .5}))
        .isEqualTo(0.25 * Math.log(2) - 0.25 * Math.log(2 / 3.0), within(1e-15));
  }

  @Property
  void areZeroOnThemselvesSymmetricAndNeverNegative(
      @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = -9, max = 9) Double> one,
      @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = -9, max = 9) Double> other) {
    double[] a = array(one);
    double[] b = array(other);
    assertThat(KolmogorovSmirnov.distance(a, a)).isZero();
    assertThat(Wasserstein.distance(a, a)).isZero();
    assertThat(KolmogorovSmirnov.distance(a, b))
        .isBetween(0.0, 1.0)
        .isEqualTo(KolmogorovSmirnov.distance(b, a), within(1e-12));
    assertThat(Wasserstein.distance(a, b))
        .isNotNegative()
        .isEqualTo(Wasserstein.distance(b, a), within(1e-9));
  }

  @Property
  void stabilityIndexIsZeroOnItselfAndNeverNegative(
      @ForAll @Size(min = 2, max = 12) List<@DoubleRange(min = 0, max = 1) Double> one,
      @ForAll long seed) {
    double[] a = shares(array(one));
    Random random = new Random(seed);
    double[] b = shares(random.doubles(a.length).toArray());
    assertThat(PopulationStability.index(a, a)).isZero();
    assertThat(PopulationStability.index(a, b)).isNotNegative();
  }

  @Property
  void wassersteinOfAShiftedSampleIsTheShift(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -9, max = 9) Double> one,
      @ForAll @DoubleRange(min = -5, max = 5) double shift) {
    double[] a = array(one);
    double[] b = Arrays.stream(a).map(x -> x + shift).toArray();
    assertThat(Wasserstein.distance(a, b)).isEqualTo(Math.abs(shift), within(1e-9));
  }

  @Test
  void storedProfileGivesWhatTheWholeReferenceWouldHave() {
    Random random = new Random(31);
    double[] reference = random.doubles(20_000).map(u -> -Math.log(1 - u)).toArray();
    ColumnProfile profile = ColumnProfile.of("x", reference);
    for (double factor : new double[] {0.5, 1, 1.3, 2}) {
      double[] window = random.doubles(240).map(u -> -factor * Math.log(1 - u)).sorted().toArray();
      assertThat(KolmogorovSmirnov.distance(profile, window))
          .isEqualTo(KolmogorovSmirnov.distance(reference, window), within(0.015));
      assertThat(Wasserstein.distance(profile, window))
          .isEqualTo(Wasserstein.distance(reference, window) / profile.deviation(), within(0.03));
    }
  }

  @Test
  void valuesThatRepeatAreNoDrift() {
    double[] reference = new double[1000];
    Arrays.setAll(reference, i -> i % 4 == 0 ? i / 1000.0 : 0);
    ColumnProfile profile = ColumnProfile.of("x", reference);
    double[] sorted = reference.clone();
    Arrays.sort(sorted);
    assertThat(PopulationStability.index(profile, sorted)).isZero();
    assertThat(KolmogorovSmirnov.distance(profile, sorted)).isLessThan(0.03);
    assertThat(Wasserstein.distance(profile, sorted)).isLessThan(0.03);
  }

  @Test
  void aColumnThatNeverMovesHasAProfile() {
    ColumnProfile profile = ColumnProfile.of("x", new double[] {2, 2, 2});
    assertThat(profile.deviation()).isOne();
    double[] same = {2, 2};
    assertThat(KolmogorovSmirnov.distance(profile, same)).isZero();
    assertThat(PopulationStability.index(profile, same)).isZero();
    assertThat(KolmogorovSmirnov.distance(profile, new double[] {3})).isOne();
    assertThat(KolmogorovSmirnov.distance(profile, new double[] {1})).isOne();
  }

  @Test
  void refuseWhatIsEmptyOrNoNumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Wasserstein.distance(new double[0], FIRST))
        .withMessage("first must have at least one value, had none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KolmogorovSmirnov.distance(FIRST, new double[] {1, Double.NaN}))
        .withMessage("second value 1 must be finite, was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PopulationStability.index(new double[2], new double[3]))
        .withMessage("expected and actual must be equally many shares, at least one, were 2 and 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PopulationStability.index(new double[] {1, 0}, new double[] {1.5, -0.5}))
        .withMessage("actual share 0 must be in [0, 1], was 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ColumnProfile.of("rsi_value", new double[] {Double.NaN}))
        .withMessage("rsi_value value 0 must be finite, was NaN");
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(x -> x).toArray();
  }

  private static double[] shares(double[] values) {
    double sum = Arrays.stream(values).sum();
    return Arrays.stream(values).map(x -> sum == 0 ? 1.0 / values.length : x / sum).toArray();
  }
}
