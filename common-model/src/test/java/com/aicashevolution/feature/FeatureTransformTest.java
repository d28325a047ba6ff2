package com.aicashevolution.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.indicator.IndicatorSnapshot;
import com.aicashevolution.market.Candle;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FeatureTransformTest {

  private static final IndicatorSnapshot SNAPSHOT =
      IndicatorSnapshot.of(
          25, 75, 101, 99, 98, 100.5, 2, 104, 96, 80, 20, 1, 0.5, 999, 0.25, 0.004, -150);

  @Test
  void measuresPricesInAtrFromTheCloseAndTheRestOnScalesOfItsOwn() {
    float[] row = new float[17];
    FeatureTransform.apply(SNAPSHOT, bar(100, 499), row, 0);
    float[] expected = {
      0.25f,
      0.5f,
      0.5f,
      -0.5f,
      -1,
      0.25f,
      2,
      2,
      -2,
      0.6f,
      -0.6f,
      0.5f,
      0.25f,
      -0.6931472f,
      0.25f,
      0.4f,
      -1.5f
    };
    assertThat(row).containsExactly(expected, within(1e-6f));
  }

  @Test
  void writesOneRowAndNothingBesideIt() {
    float[] rows = new float[51];
    Arrays.fill(rows, 7);
    FeatureTransform.apply(SNAPSHOT, bar(100, 499), rows, 17);
    assertThat(Arrays.copyOfRange(rows, 0, 17)).containsOnly(7);
    assertThat(Arrays.copyOfRange(rows, 17, 34)).doesNotContain(7);
    assertThat(Arrays.copyOfRange(rows, 34, 51)).containsOnly(7);
  }

  @Test
  void measuresInATenthOfAPointWhereNothingMoved() {
    float[] row = new float[17];
    IndicatorSnapshot still = SNAPSHOT.with(Map.of(IndicatorName.ATR, 0.0));
    FeatureTransform.apply(still, bar(100, 499), row, 0);
    assertThat(row[IndicatorName.EMA_12.ordinal()]).isEqualTo(10_000);
    assertThat(row[IndicatorName.ATR.ordinal()]).isZero();
  }

  @Property
  void letsNeitherNanNorInfinityOutWhateverIsPosted(
      @ForAll("snapshots") IndicatorSnapshot snapshot, @ForAll("closes") double close) {
    float[] row = new float[17];
    FeatureTransform.apply(snapshot, bar(close, Candle.MAX_VOLUME), row, 0);
    for (float feature : row) {
      assertThat(feature).isBetween(-1e6f, 1e6f);
    }
  }

  @Provide
  static Arbitrary<Double> closes() {
    return Arbitraries.doubles().between(Candle.MIN_PRICE, Candle.MAX_PRICE).ofScale(12);
  }

  /** Any number an indicator can legally have, the largest included. */
  @Provide
  static Arbitrary<IndicatorSnapshot> snapshots() {
    Arbitrary<Double> number =
        Arbitraries.oneOf(
            Arbitraries.of(0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, 1e300),
            Arbitraries.doubles().between(-1e6, 1e6));
    return Combinators.combine(number.list().ofSize(17), Arbitraries.doubles().between(0, 100))
        .as(
            (numbers, percent) -> {
              double[] values = numbers.stream().mapToDouble(Double::doubleValue).toArray();
              for (IndicatorName name : IndicatorName.values()) {
                values[name.ordinal()] = legal(name, values[name.ordinal()], percent);
              }
              return IndicatorSnapshot.of(values);
            });
  }

  private static double legal(IndicatorName name, double value, double percent) {
    return switch (name) {
      case ADX, RSI, STOCH_K, STOCH_D -> percent;
      case ATR, VOLUME_MA, VOLATILITY -> Math.abs(value);
      default -> value;
    };
  }

  private static Candle bar(double close, double volume) {
    Instant at = Instant.parse("2026-01-05T10:00:00Z");
    return new Candle(at, close, close, close, close, volume, 0, true);
  }
}
