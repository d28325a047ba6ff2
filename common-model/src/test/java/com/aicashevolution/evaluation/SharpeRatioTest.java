package com.aicashevolution.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/**
 * Numbers marked 2012 are the worked examples of Bailey and López de Prado, The Sharpe Ratio
 * Efficient Frontier (the hedge fund with two years of monthly returns; the track record of an
 * annual ratio of 2 against 1); those marked 2014 of their The Deflated Sharpe Ratio (the annual
 * ratio of 2.5 found after 100 trials).
 */
class SharpeRatioTest {

  private static final SharpeRatio HEDGE_FUND = new SharpeRatio(0.458, 24, -2.448, 10.164);
  private static final double ANNUAL_TO_DAILY = Math.sqrt(250);
  private static final SharpeRatio SELECTED = new SharpeRatio(2.5 / ANNUAL_TO_DAILY, 1250, -3, 10);
  private static final double VARIANCE_OF_TRIALS = 0.5 / 250;

  @Test
  void probabilisticRatioOfTheHedgeFund2012() {
    // the ratio itself is published to three digits
    SharpeRatio normal = new SharpeRatio(0.458, 24, 0, 3);
    assertThat(normal.probabilistic(0)).isEqualTo(0.982, within(1e-3));
    assertThat(HEDGE_FUND.probabilistic(0)).isEqualTo(0.913, within(1e-3));
    SharpeRatio threeYears = new SharpeRatio(0.458, 36, -2.448, 10.164);
    assertThat(threeYears.probabilistic(0)).isEqualTo(0.953, within(1e-3));
  }

  @Test
  void minimumTrackRecordOfAnAnnualRatioOfTwoAgainstOne2012() {
    assertThat(yearsNeeded(250)).isEqualTo(2.73, within(5e-3));
    assertThat(yearsNeeded(52)).isEqualTo(2.83, within(5e-3));
    assertThat(yearsNeeded(12)).isEqualTo(3.24, within(5e-3));
  }

  private static double yearsNeeded(int perYear) {
    SharpeRatio ratio = new SharpeRatio(2 / Math.sqrt(perYear), 10, 0, 3);
    return ratio.minimumTrackRecordLength(1 / Math.sqrt(perYear), 0.95) / perYear;
  }

  @Test
  void deflatedRatioAfterAHundredTrials2014() {
    assertThat(SharpeRatio.expectedMaximum(100, VARIANCE_OF_TRIALS))
        .isEqualTo(0.1132, within(5e-5));
    assertThat(SELECTED.deflated(100, VARIANCE_OF_TRIALS)).isEqualTo(0.9004, within(5e-5));
  }

  @Test
  void deflatedRatioAfterFewerTrialsAndWithoutFatTails2014() {
    assertThat(SELECTED.deflated(46, VARIANCE_OF_TRIALS)).isEqualTo(0.9505, within(5e-5));
    SharpeRatio normal = new SharpeRatio(2.5 / ANNUAL_TO_DAILY, 1250, 0, 3);
    assertThat(normal.deflated(88, VARIANCE_OF_TRIALS)).isEqualTo(0.9505, within(5e-5));
  }

  @Test
  void momentsOfAHandfulOfReturns() {
    // mean 2, deviations −1 −1 −1 3: m2 = 3, m3 = 6, m4 = 21; sample deviation 2
    SharpeRatio ratio = SharpeRatio.of(new double[] {1, 1, 1, 5});
    assertThat(ratio.ratio()).isEqualTo(1, within(1e-15));
    assertThat(ratio.skewness()).isEqualTo(6 / Math.pow(3, 1.5), within(1e-14));
    assertThat(ratio.kurtosis()).isEqualTo(21 / 9.0, within(1e-14));
    assertThat(ratio.observations()).isEqualTo(4);
  }

  @Test
  void probabilisticRatioIsUniformWhereThereIsNoSkill() {
    // 4,000 worthless strategies of 250 normal returns: P(PSR <= q) = q
    Random random = new Random(11);
    int histories = 4_000;
    int[] belowDecile = new int[10];
    for (int h = 0; h < histories; h++) {
      double psr = SharpeRatio.of(normal(random, 250)).probabilistic(0);
      for (int d = 1; d < 10; d++) {
        belowDecile[d] += psr <= d / 10.0 ? 1 : 0;
      }
    }
    for (int d = 1; d < 10; d++) {
      // four standard errors of a share of 4,000
      assertThat((double) belowDecile[d] / histories).isEqualTo(d / 10.0, within(0.032));
    }
  }

  @Test
  void probabilisticRatioKeepsItsPromiseUnderSkewedReturns() {
    // centred exponential losses: skewness −2, kurtosis 9
    Random random = new Random(12);
    int alarms = 0;
    int histories = 4_000;
    for (int h = 0; h < histories; h++) {
      double[] returns = new double[500];
      for (int i = 0; i < returns.length; i++) {
        returns[i] = 1 + Math.log(1 - random.nextDouble());
      }
      alarms += SharpeRatio.of(returns).probabilistic(0) > 0.95 ? 1 : 0;
    }
    assertThat((double) alarms / histories).isEqualTo(0.05, within(0.02));
  }

  @Test
  void expectedMaximumIsWhatTheBestOfManyWorthlessTrialsShows() {
    Random random = new Random(13);
    int rounds = 5_000;
    double sum = 0;
    for (int round = 0; round < rounds; round++) {
      double best = Double.NEGATIVE_INFINITY;
      for (int trial = 0; trial < 50; trial++) {
        best = Math.max(best, random.nextGaussian());
      }
      sum += best;
    }
    assertThat(SharpeRatio.expectedMaximum(50, 1)).isEqualTo(sum / rounds, within(0.05));
  }

  @Test
  void deflationKeepsFalseDiscoveriesOfTheBestOfManyTrialsBelowFivePercent() {
    Random random = new Random(14);
    int rounds = 600;
    int naive = 0;
    int deflated = 0;
    for (int round = 0; round < rounds; round++) {
      SharpeRatio[] trials = new SharpeRatio[40];
      for (int t = 0; t < trials.length; t++) {
        trials[t] = SharpeRatio.of(normal(random, 250));
      }
      SharpeRatio best = trials[0];
      double mean = 0;
      double squares = 0;
      for (SharpeRatio trial : trials) {
        best = trial.ratio() > best.ratio() ? trial : best;
        mean += trial.ratio() / trials.length;
        squares += trial.ratio() * trial.ratio();
      }
      double variance = (squares - trials.length * mean * mean) / (trials.length - 1);
      naive += best.probabilistic(0) > 0.95 ? 1 : 0;
      deflated += best.deflated(trials.length, variance) > 0.95 ? 1 : 0;
    }
    // undeflated, the best of 40 looks significant in 1 − 0.95^40 = 87 % of rounds
    assertThat((double) naive / rounds).isGreaterThan(0.8);
    assertThat((double) deflated / rounds).isLessThanOrEqualTo(0.05);
  }

  @Property
  void moreTrialsNeverRaiseTheConfidence(
      @ForAll @Size(min = 3, max = 40) List<@DoubleRange(min = -5, max = 5) Double> returns) {
    SharpeRatio ratio = SharpeRatio.of(returns.stream().mapToDouble(x -> x).toArray());
    double before = 1;
    for (int trials : new int[] {1, 2, 3, 10, 1000, 1_000_000}) {
      double deflated = ratio.deflated(trials, 0.01);
      assertThat(deflated).isBetween(0.0, before);
      before = deflated;
    }
  }

  @Test
  void nothingSeenIsNoEvidence() {
    for (double[] returns : new double[][] {{}, {3}, {0.1, 0.1, 0.1}, {0, 0}}) {
      SharpeRatio none = SharpeRatio.of(returns);
      assertThat(none.ratio()).isZero();
      assertThat(none.probabilistic(0)).isEqualTo(0.5);
      assertThat(none.minimumTrackRecordLength(0, 0.95)).isInfinite();
    }
  }

  @Test
  void oneTrialNeedsNoDeflation() {
    assertThat(SharpeRatio.expectedMaximum(1, 3)).isZero();
    assertThat(HEDGE_FUND.deflated(1, 3)).isEqualTo(HEDGE_FUND.probabilistic(0));
  }

  @Test
  void refusesNumbersThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SharpeRatio.of(new double[] {1, Double.NaN}))
        .withMessage("return 1 must be finite, was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SharpeRatio(1, 10, 2, 3))
        .withMessage("kurtosis must be >= 1 + skewness^2 = 5.0, was 3.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SharpeRatio(1, -1, 0, 3))
        .withMessage("observations must be >= 0, were -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HEDGE_FUND.deflated(0, 1))
        .withMessage("trials must be >= 1, were 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HEDGE_FUND.deflated(2, Double.NaN))
        .withMessage("varianceOfTrials must be finite and >= 0, was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HEDGE_FUND.minimumTrackRecordLength(0, 0.5))
        .withMessage("confidence must be in (0.5, 1), was 0.5");
  }

  private static double[] normal(Random random, int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = random.nextGaussian();
    }
    return values;
  }
}
