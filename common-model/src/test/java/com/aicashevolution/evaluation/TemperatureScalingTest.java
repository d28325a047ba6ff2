package com.aicashevolution.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class TemperatureScalingTest {

  @Test
  void findsTheTemperatureThatMadeTheLabels() {
    // shares 2 : 3 : 5 among ten equal rows are the softmax of (ln 2, ln 3, ln 5); the logits are
    // these times 2.5, so exactly 2.5 undoes them
    float[] logits = new float[30];
    for (int n = 0; n < 10; n++) {
      logits[3 * n] = (float) (2.5 * Math.log(2));
      logits[3 * n + 1] = (float) (2.5 * Math.log(3));
      logits[3 * n + 2] = (float) (2.5 * Math.log(5));
    }
    int[] labels = {0, 0, 1, 1, 1, 2, 2, 2, 2, 2};
    TemperatureScaling fitted = TemperatureScaling.fit(logits, labels);
    assertThat(fitted.temperature()).isEqualTo(2.5, within(1e-6));
    Probabilities calibrated = fitted.apply(logits, 27);
    assertThat(calibrated.sell()).isEqualTo(0.2f, within(1e-6f));
    assertThat(calibrated.hold()).isEqualTo(0.3f, within(1e-6f));
    assertThat(calibrated.buy()).isEqualTo(0.5f, within(1e-6f));
  }

  @Test
  void noOtherTemperatureIsMoreLikely() {
    Sample sample = new Sample(11, 2_000, 3);
    double best = TemperatureScaling.fit(sample.logits, sample.labels).temperature();
    double least = sample.logLoss(best);
    for (double factor : new double[] {0.5, 0.9, 0.99, 1.01, 1.1, 2}) {
      assertThat(sample.logLoss(best * factor)).isGreaterThan(least);
    }
  }

  @Test
  void undoesOverconfidenceAndSoLowersTheCalibrationError() {
    Sample fold = new Sample(1, 5_000, 3);
    Sample unseen = new Sample(2, 5_000, 3);
    TemperatureScaling fitted = TemperatureScaling.fit(fold.logits, fold.labels);
    assertThat(fitted.temperature()).isEqualTo(3, within(0.3));
    double before =
        ClassificationMetrics.of(unseen.labels, TemperatureScaling.NONE.applyAll(unseen.logits))
            .expectedCalibrationError();
    double after =
        ClassificationMetrics.of(unseen.labels, fitted.applyAll(unseen.logits))
            .expectedCalibrationError();
    assertThat(before).isGreaterThan(0.1);
    assertThat(after).isLessThan(0.03);
  }

  @Test
  void neverChangesTheMostProbableDirection() {
    Sample sample = new Sample(3, 500, 2);
    for (double temperature : new double[] {0.3, 1, 4}) {
      TemperatureScaling scaling = new TemperatureScaling(temperature);
      for (int at = 0; at < sample.logits.length; at += 3) {
        assertThat(scaling.apply(sample.logits, at).mostProbable())
            .isEqualTo(TemperatureScaling.NONE.apply(sample.logits, at).mostProbable());
      }
    }
  }

  @Test
  void oneRowAndAllRowsGiveTheSameBits() {
    Sample sample = new Sample(4, 100, 2);
    TemperatureScaling scaling = new TemperatureScaling(1.7);
    float[] all = scaling.applyAll(sample.logits);
    for (int at = 0; at < all.length; at += 3) {
      Probabilities one = scaling.apply(sample.logits, at);
      assertThat(new float[] {all[at], all[at + 1], all[at + 2]})
          .containsExactly(one.sell(), one.hold(), one.buy());
    }
  }

  @Test
  void takesTheBoundWhereNoMinimumExists() {
    float[] separable = {5, 0, 0, 0, 5, 0, 0, 0, 5};
    // colder than 5 / 36 the loss is 0 to double precision, and any colder answer is as good
    assertThat(TemperatureScaling.fit(separable, new int[] {0, 1, 2}).temperature())
        .isBetween(0.05, 0.14);
    assertThat(TemperatureScaling.fit(separable, new int[] {1, 2, 0}).temperature())
        .isEqualTo(20, within(1e-6));
  }

  @Test
  void refusesWhatCannotBeFitted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TemperatureScaling.fit(new float[0], new int[0]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TemperatureScaling.fit(new float[4], new int[1]))
        .withMessage("logits must be 1 x 3, were 4 values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TemperatureScaling.fit(new float[] {0, Float.NaN, 0}, new int[1]))
        .withMessage("logit 1 must be finite, was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TemperatureScaling(0))
        .withMessageContaining("was 0");
  }

  /** Labels drawn from softmax(z), logits reported as {@code overconfidence · z}. */
  private static final class Sample {

    private final float[] logits;
    private final int[] labels;

    private Sample(long seed, int size, float overconfidence) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      logits = new float[size * Direction.COUNT];
      labels = new int[size];
      for (int n = 0; n < size; n++) {
        double[] z = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
        double total = Math.exp(z[0]) + Math.exp(z[1]) + Math.exp(z[2]);
        double draw = random.nextDouble() * total;
        labels[n] = draw < Math.exp(z[0]) ? 0 : draw < Math.exp(z[0]) + Math.exp(z[1]) ? 1 : 2;
        for (int k = 0; k < Direction.COUNT; k++) {
          logits[3 * n + k] = (float) (overconfidence * z[k]);
        }
      }
    }

    private double logLoss(double temperature) {
      double sum = 0;
      for (int n = 0; n < labels.length; n++) {
        double total = 0;
        for (int k = 0; k < Direction.COUNT; k++) {
          total += Math.exp(logits[3 * n + k] / temperature);
        }
        sum += Math.log(total) - logits[3 * n + labels[n]] / temperature;
      }
      return sum / labels.length;
    }
  }
}
