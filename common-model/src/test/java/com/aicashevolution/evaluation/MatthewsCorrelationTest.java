package com.aicashevolution.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MatthewsCorrelationTest {

  @Test
  void isThatOfScikitLearnsExample() {
    // matthews_corrcoef([+1, +1, +1, -1], [+1, -1, +1, +1]) -0.33 (scikit-learn 1.7)
    assertThat(of(new int[] {2, 2, 2, 0}, new int[] {2, 0, 2, 2}))
        .isEqualTo(-1 / 3.0, within(1e-12));
  }

  @Test
  void isOneForTheTruthAndZeroForAConstant() {
    assertThat(of(new int[] {0, 1, 2, 1}, new int[] {0, 1, 2, 1})).isEqualTo(1, within(1e-12));
    assertThat(of(new int[] {0, 1, 2, 1}, new int[] {1, 1, 1, 1})).isZero();
  }

  @Property
  void isTheCorrelationOfTheIndicatorsOfTheClasses(
      @ForAll @Size(min = 2, max = 30) List<@IntRange(max = 8) Integer> pairs) {
    int n = pairs.size();
    int[] labels = new int[n];
    int[] predicted = new int[n];
    for (int i = 0; i < n; i++) {
      labels[i] = pairs.get(i) / 3;
      predicted[i] = pairs.get(i) % 3;
    }
    // Gorodkin 2004: cov(X, Y) / √(cov(X, X) cov(Y, Y)), summed over the classes
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int k = 0; k < 3; k++) {
      double meanX = 0;
      double meanY = 0;
      for (int i = 0; i < n; i++) {
        meanX += (predicted[i] == k ? 1.0 : 0) / n;
        meanY += (labels[i] == k ? 1.0 : 0) / n;
      }
      for (int i = 0; i < n; i++) {
        double x = (predicted[i] == k ? 1 : 0) - meanX;
        double y = (labels[i] == k ? 1 : 0) - meanY;
        xy += x * y;
        xx += x * x;
        yy += y * y;
      }
    }
    double expected = xx < 1e-9 || yy < 1e-9 ? 0 : xy / Math.sqrt(xx * yy);
    assertThat(of(labels, predicted)).isEqualTo(expected, within(1e-9));
  }

  @Test
  void metricsRefuseALabelThatIsNoClass() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(new int[] {-1}, new int[] {0}))
        .withMessage("label 0 must be in [0, 3), was -1");
  }

  private static double of(int[] labels, int[] predicted) {
    float[] probabilities = new float[3 * predicted.length];
    for (int n = 0; n < predicted.length; n++) {
      probabilities[3 * n + predicted[n]] = 1;
    }
    return ClassificationMetrics.of(labels, probabilities).matthewsCorrelation();
  }
}
