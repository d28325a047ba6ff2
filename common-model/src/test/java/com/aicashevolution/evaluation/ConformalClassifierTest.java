package com.aicashevolution.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConformalClassifierTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.1, 0.2, 0.4})
  void coversTheRightDirectionAsOftenAsPromisedThoughTheNetworkIsOverconfident(double miscoverage) {
    Random random = new Random(21);
    int rounds = 100;
    int covered = 0;
    int asked = 0;
    for (int round = 0; round < rounds; round++) {
      Rows calibration = Rows.draw(random, 300);
      ConformalClassifier classifier =
          ConformalClassifier.fit(calibration.labels, calibration.probabilities, miscoverage);
      Rows fresh = Rows.draw(random, 300);
      for (int n = 0; n < fresh.labels.length; n++) {
        Direction right = Direction.ofIndex(fresh.labels[n]);
        covered += classifier.set(fresh.row(n)).contains(right) ? 1 : 0;
        asked++;
      }
    }
    assertThat((double) covered / asked).isEqualTo(1 - miscoverage, within(0.02));
  }

  @Test
  void takesTheScoreOfTheRankThatFiniteSamplesNeed() {
    // scores 0.1 … 0.9; rank ⌈10 · 0.8⌉ = 8
    int[] labels = new int[9];
    float[] probabilities = new float[27];
    for (int n = 0; n < 9; n++) {
      probabilities[3 * n] = 0.1f * (9 - n);
      probabilities[3 * n + 1] = 1 - probabilities[3 * n];
    }
    assertThat(ConformalClassifier.fit(labels, probabilities, 0.2).threshold())
        .isEqualTo(0.8, within(1e-7));
  }

  @Test
  void excludesNothingWhereTheSampleIsTooSmall() {
    ConformalClassifier classifier =
        ConformalClassifier.fit(new int[] {0, 0}, new float[] {1, 0, 0, 1, 0, 0}, 0.1);
    assertThat(classifier.threshold()).isOne();
    assertThat(classifier.set(new Probabilities(1, 0, 0))).hasSize(3);
  }

  @Test
  void abstainsUnlessExactlyOneDirectionIsLeft() {
    ConformalClassifier classifier = new ConformalClassifier(0.1, 0.55, 100);
    assertThat(classifier.abstains(new Probabilities(.5f, .5f, 0))).isTrue();
    assertThat(classifier.abstains(new Probabilities(.4f, .4f, .2f))).isTrue();
    assertThat(classifier.abstains(new Probabilities(.2f, .2f, .6f))).isFalse();
    assertThat(classifier.set(new Probabilities(.2f, .2f, .6f))).containsExactly(Direction.BUY);
  }

  @Test
  void refusesBadInput() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConformalClassifier.fit(new int[0], new float[0], 0.1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConformalClassifier.fit(new int[] {3}, new float[] {1, 0, 0}, 0.1))
        .withMessage("label 0 must be in [0, 3), was 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConformalClassifier.fit(new int[1], new float[] {1, 0, 0}, 1))
        .withMessage("miscoverage must be in (0, 1), was 1.0");
  }

  /** Labels drawn from softmax(z), probabilities claimed by softmax(2.5 z). */
  private record Rows(int[] labels, float[] probabilities) {

    static Rows draw(Random random, int n) {
      Rows rows = new Rows(new int[n], new float[3 * n]);
      for (int i = 0; i < n; i++) {
        double[] z = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
        double[] truth = softmax(z, 1);
        double[] claim = softmax(z, 2.5);
        double u = random.nextDouble();
        rows.labels[i] = u < truth[0] ? 0 : u < truth[0] + truth[1] ? 1 : 2;
        for (int k = 0; k < 3; k++) {
          rows.probabilities[3 * i + k] = (float) claim[k];
        }
      }
      return rows;
    }

    private static double[] softmax(double[] z, double sharpness) {
      double[] p = new double[3];
      double sum = 0;
      for (int k = 0; k < 3; k++) {
        p[k] = Math.exp(sharpness * z[k]);
        sum += p[k];
      }
      for (int k = 0; k < 3; k++) {
        p[k] /= sum;
      }
      return p;
    }

    Probabilities row(int n) {
      return new Probabilities(
          probabilities[3 * n], probabilities[3 * n + 1], probabilities[3 * n + 2]);
    }
  }
}
