package com.aicashevolution.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.feature.FeatureMatrix;
import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.simulated.SimulatedMarket;
import com.aicashevolution.market.simulated.SimulationSpec;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DriftReferenceTest {

  private static final CandleSeries SERIES =
      new SimulatedMarket(SimulationSpec.randomWalk(61))
          .candles(
              Symbol.of("EURUSD"),
              SimulatedMarket.ANCHOR,
              SimulatedMarket.ANCHOR.plus(Duration.ofDays(300)));

  private static final FeatureMatrix MATRIX = new FeaturePipeline().matrix(SERIES);
  private static final DriftReference REFERENCE = DriftReference.calibrate(MATRIX, CheckPlan.DAILY);

  @Test
  void findsNothingInTheHistoryItself() {
    DriftVerdict verdict = REFERENCE.check(MATRIX);
    assertThat(verdict.drifted()).isFalse();
    assertThat(verdict.reasons()).isEmpty();
    assertThat(verdict.distribution().findings()).hasSize(17 * 3);
  }

  @Test
  void namesTheFeatureThatMoved() {
    float[] moved = MATRIX.values().clone();
    int rsi = IndicatorName.RSI.ordinal();
    double step = 3 * REFERENCE.profile().features().get(rsi).deviation();
    for (int at = rsi; at < moved.length; at += FeatureSchema.FEATURES) {
      moved[at] += (float) step;
    }
    FeatureMatrix matrix = new FeatureMatrix(SERIES, MATRIX.firstBar(), moved, MATRIX.atr());
    DriftVerdict verdict = REFERENCE.check(matrix);
    assertThat(verdict.drifted()).isTrue();
    assertThat(verdict.distribution().exceeded())
        .extracting(DistributionVerdict.Finding::column)
        .containsOnly("rsi_value");
    assertThat(verdict.reasons())
        .allSatisfy(reason -> assertThat(reason).startsWith("rsi_value drifted: "));
  }

  @Test
  void profileSaysWhatWasSeen() {
    ReferenceProfile profile = REFERENCE.profile();
    assertThat(profile.rows()).isEqualTo(MATRIX.rows());
    assertThat(profile.features())
        .extracting(ColumnProfile::name)
        .containsExactlyElementsOf(IndicatorName.wireNames());
    assertThat(profile.features())
        .allSatisfy(
            feature ->
                assertThat(feature.proportions())
                    .allSatisfy(share -> assertThat(share).isEqualTo(0.1, within(0.01))));
  }

  @Test
  void textbookThresholdsWouldAlarmInNearlyEveryWindow() {
    Observations history = Observations.of(MATRIX);
    ReferenceProfile profile = ReferenceProfile.of(history);
    int windows = 0;
    int alarms = 0;
    for (int end = 240; end <= history.rows(); end += 24) {
      double[] values = DriftStatistics.measure(profile, history.slice(end - 240, end));
      boolean alarm = false;
      for (int f = 0; f < FeatureSchema.FEATURES; f++) {
        alarm |= values[3 * f] > 0.2;
      }
      windows++;
      alarms += alarm ? 1 : 0;
    }
    assertThat((double) alarms / windows).isGreaterThan(0.9);
  }

  @Test
  void refusesTooLittleAndMismatchedInput() {
    Observations history = Observations.of(MATRIX);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DriftThresholds.calibrate(history.last(2_000), CheckPlan.DAILY))
        .withMessage("history must be at least 2880 bars for windows of 240, was 2000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REFERENCE.thresholds().judge(REFERENCE.profile(), history.last(239)))
        .withMessage("recent must be at least 240 bars, were 239");
    float[] broken = MATRIX.values().clone();
    broken[broken.length - 17] = Float.NaN;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReferenceProfile.of(new Observations(broken, 0, 1_000_000)))
        .withMessageContaining("rows must lie in");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReferenceProfile.of(new Observations(broken, 0, MATRIX.rows())))
        .withMessage("adx_value value " + (MATRIX.rows() - 1) + " must be finite, was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REFERENCE.volatility().read(SERIES.upTo(210), 24))
        .withMessage("to read 24 bars, at least 1, there must be 224, were 210");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CheckPlan(240, 24, 1, 300, 300))
        .withMessage("distributionRunLength must be finite and > 1, was 1.0");
  }
}
