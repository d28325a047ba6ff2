package com.aicashevolution.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.feature.TrainFold.Part;
import com.aicashevolution.market.RandomMarket;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StandardizerTest {

  private static final int FEATURES = 17;

  private final FeaturePipeline pipeline = new FeaturePipeline();

  private FeatureMatrix matrix(RandomMarket market, long seed) {
    return pipeline.matrix(market.series(seed, 700));
  }

  @Test
  void fitsMeansAndSampleDeviationsOfTheFold() {
    FeatureMatrix one = matrix(RandomMarket.WALK, 1);
    FeatureMatrix two = matrix(RandomMarket.JUMPS, 2);
    TrainFold fold = new TrainFold(List.of(new Part(one, 400, 600), new Part(two, 450, 500)));
    Standardizer fitted = Standardizer.fit(fold);
    assertThat(fold.rows()).isEqualTo(250);
    for (int f = 0; f < FEATURES; f++) {
      BigDecimal[] column = new BigDecimal[250];
      for (int i = 0; i < 200; i++) {
        column[i] = new BigDecimal(one.values()[one.rowOffset(400 + i) + f]);
      }
      for (int i = 0; i < 50; i++) {
        column[200 + i] = new BigDecimal(two.values()[two.rowOffset(450 + i) + f]);
      }
      BigDecimal mean = mean(column, 250);
      BigDecimal[] squares =
          Arrays.stream(column).map(x -> x.subtract(mean).pow(2)).toArray(BigDecimal[]::new);
      double deviation = mean(squares, 249).sqrt(MathContext.DECIMAL128).doubleValue();
      assertThat(fitted.mean().get(f)).isCloseTo(mean.doubleValue(), within(1e-12 * deviation));
      assertThat(fitted.deviation().get(f)).isCloseTo(deviation, within(1e-12 * deviation));
    }
  }

  private static BigDecimal mean(BigDecimal[] values, int n) {
    return Arrays.stream(values)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(n), MathContext.DECIMAL128);
  }

  @Test
  void readsNothingOutsideTheFold() {
    FeatureMatrix matrix = matrix(RandomMarket.WALK, 1);
    Standardizer before = Standardizer.fit(new TrainFold(List.of(new Part(matrix, 450, 600))));
    Arrays.fill(matrix.values(), 0, matrix.rowOffset(450), 1e6f);
    Arrays.fill(matrix.values(), matrix.rowOffset(600), matrix.values().length, 1e6f);
    Standardizer after = Standardizer.fit(new TrainFold(List.of(new Part(matrix, 450, 600))));
    assertThat(after).isEqualTo(before);
  }

  @Property(tries = 30)
  void givesTheFoldMeanZeroAndDeviationOne(@ForAll long seed) {
    FeatureMatrix matrix = matrix(RandomMarket.WALK, seed);
    TrainFold fold = new TrainFold(List.of(new Part(matrix, 399, 700)));
    Standardizer fitted = Standardizer.fit(fold);
    Standardizer unclipped = new Standardizer(fitted.mean(), fitted.deviation(), 1e9);
    float[] z = new float[matrix.values().length];
    unclipped.apply(matrix.values(), 0, z, 0, matrix.rows());
    for (int f = 0; f < FEATURES; f++) {
      double sum = 0;
      double squares = 0;
      for (int i = f; i < z.length; i += FEATURES) {
        sum += z[i];
        squares += (double) z[i] * z[i];
      }
      assertThat(sum / matrix.rows()).isCloseTo(0, within(1e-5));
      assertThat(squares / (matrix.rows() - 1)).isCloseTo(1, within(1e-5));
    }
  }

  @Property(tries = 50)
  void returnsToTheRawValueWhereNothingWasClipped(
      @ForAll RandomMarket market, @ForAll long seed, @ForAll @IntRange(max = 16) int feature) {
    FeatureMatrix matrix = matrix(market, seed);
    Standardizer fitted = Standardizer.fit(new TrainFold(List.of(new Part(matrix, 399, 700))));
    float[] z = new float[matrix.values().length];
    fitted.apply(matrix.values(), 0, z, 0, matrix.rows());
    for (int i = feature; i < z.length; i += FEATURES) {
      assertThat(Math.abs(z[i])).isLessThanOrEqualTo((float) Standardizer.DEFAULT_CLIP);
      if (Math.abs(z[i]) < Standardizer.DEFAULT_CLIP) {
        double scale = Math.abs(fitted.mean().get(feature)) + 8 * fitted.deviation().get(feature);
        assertThat(fitted.invert(feature, z[i]))
            .isCloseTo(matrix.values()[i], within(1e-6 * scale));
      }
    }
  }

  @Test
  void onlyShiftsAFeatureThatNeverVaries() {
    FeatureMatrix matrix = matrix(RandomMarket.FLAT, 1);
    Standardizer fitted = Standardizer.fit(new TrainFold(List.of(new Part(matrix, 399, 700))));
    assertThat(fitted.deviation().getFirst()).isEqualTo(1);
    float[] z = new float[FeatureWindow.LENGTH];
    fitted.apply(matrix.values(), 0, z, 0);
    assertThat(z[0]).isZero();
    assertThat(z[17]).isZero();
  }

  @Test
  void standardizesInPlaceTheSameBits() {
    FeatureMatrix matrix = matrix(RandomMarket.WALK, 5);
    Standardizer fitted = Standardizer.fit(new TrainFold(List.of(new Part(matrix, 399, 700))));
    int offset = matrix.windowOffset(600);
    float[] copied = new float[FeatureWindow.LENGTH + 3];
    fitted.apply(matrix.values(), offset, copied, 3);
    float[] inPlace = Arrays.copyOfRange(matrix.values(), offset, offset + FeatureWindow.LENGTH);
    fitted.apply(inPlace, 0, inPlace, 0);
    assertThat(Arrays.copyOfRange(copied, 3, copied.length)).isEqualTo(inPlace);
  }

  @Test
  void clipsWhatIsFarOut() {
    Standardizer standardizer = new Standardizer(numbers(0), numbers(1), 8);
    float[] row = new float[FEATURES];
    row[0] = 1e6f;
    row[1] = -1e6f;
    row[2] = 7.5f;
    standardizer.apply(row, 0, row, 0, 1);
    assertThat(Arrays.copyOf(row, 4)).containsExactly(8, -8, 7.5f, 0);
  }

  @Test
  void refusesWhatCannotStandardize() {
    assertRefused("mean 0 must be finite, was NaN", numbers(Double.NaN), numbers(1), 8);
    assertRefused("deviation 0 must be finite and > 0, was 0.0", numbers(0), numbers(0), 8);
    assertRefused("clip must be finite and > 0, was -1.0", numbers(0), numbers(1), -1);
    assertRefused(
        "mean and deviation must have 17 values, had 1 and 17", List.of(1.0), numbers(1), 8);
  }

  private static void assertRefused(
      String message, List<Double> mean, List<Double> deviation, double clip) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Standardizer(mean, deviation, clip))
        .withMessage(message);
  }

  private static List<Double> numbers(double value) {
    return Collections.nCopies(FEATURES, value);
  }

  @Test
  void refusesAFoldWithoutRowsOrOutsideTheMatrix() {
    FeatureMatrix matrix = matrix(RandomMarket.WALK, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrainFold(List.of(new Part(matrix, 500, 500))))
        .withMessage("a fold must have at least one row, had none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Part(matrix, 398, 500))
        .withMessage("bars must lie in [399, 700), were [398, 500)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Part(matrix, 600, 701))
        .withMessage("bars must lie in [399, 700), were [600, 701)");
  }
}
