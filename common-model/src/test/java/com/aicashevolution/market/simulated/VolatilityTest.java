package com.aicashevolution.market.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VolatilityTest {

  private static final Symbol EURUSD = Symbol.of("EURUSD");
  private static final Instant TO = Instant.parse("2026-11-01T00:00:00Z");

  /**
   * GARCH(1,1) with α 0.05, β 0.92 has a first autocorrelation of squares of 0.087 (Bollerslev
   * 1986) and forgets 3 % an hour; without clustering it is 0 ± 0.0058 for 30,000 hours.
   */
  @Test
  void clustersAsTheTheorySays() {
    double[] squares = squaredReturns(SimulationSpec.randomWalk(5));

    assertThat(squares.length).isGreaterThan(29_000);
    assertThat(autocorrelation(squares, 1)).isBetween(0.05, 0.13);
    assertThat(autocorrelation(squares, 20)).isGreaterThan(0.015);
  }

  @Test
  void doesNotClusterWhereItWasToldNotTo() {
    SimulationSpec walk = SimulationSpec.randomWalk(5);
    double[] squares =
        squaredReturns(new SimulationSpec(5, walk.regimes(), new VolatilityDynamics(0, 0)));

    assertThat(Math.abs(autocorrelation(squares, 1))).isLessThan(0.025);
    assertThat(Math.abs(autocorrelation(squares, 20))).isLessThan(0.025);
  }

  @Test
  void isHigherWhileLondonAndNewYorkAreOpenThanAtNight() {
    CandleSeries candles =
        new SimulatedMarket(SimulationSpec.regimes(5)).candles(EURUSD, SimulatedMarket.ANCHOR, TO);

    assertThat(meanRange(candles, 14)).isGreaterThan(1.4 * meanRange(candles, 22));
    assertThat(meanSpread(candles, 14)).isLessThan(0.5 * meanSpread(candles, 21));
  }

  @Test
  void staysWithinItsBounds() {
    VolatilityDynamics dynamics = new VolatilityDynamics(0.05, 0.92);

    assertThat(dynamics.next(1, 1)).isEqualTo(1, org.assertj.core.data.Offset.offset(1e-12));
    assertThat(dynamics.next(1, 1e9)).isEqualTo(6);
    assertThat(dynamics.next(0, 0)).isEqualTo(0.2);
  }

  @Test
  void refusesAMemoryThatNeverFades() {
    assertThatThrownBy(() -> new VolatilityDynamics(0.1, 0.9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.9");
  }

  private static double[] squaredReturns(SimulationSpec spec) {
    CandleSeries candles = new SimulatedMarket(spec).candles(EURUSD, SimulatedMarket.ANCHOR, TO);
    Sessions sessions = new Sessions(EURUSD);
    double[] squares = new double[candles.size()];
    for (int i = 0; i < squares.length; i++) {
      double r = (candles.close(i) / candles.open(i) - 1) / sessions.activity(candles.openTime(i));
      squares[i] = r * r;
    }
    return squares;
  }

  private static double autocorrelation(double[] x, int lag) {
    double mean = 0;
    for (double v : x) {
      mean += v / x.length;
    }
    double variance = 0;
    double covariance = 0;
    for (int i = 0; i < x.length; i++) {
      variance += (x[i] - mean) * (x[i] - mean);
      covariance += i < lag ? 0 : (x[i] - mean) * (x[i - lag] - mean);
    }
    return covariance / variance;
  }

  private static double meanRange(CandleSeries candles, int hour) {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < candles.size(); i++) {
      if (candles.openEpochSecond(i) / 3600 % 24 == hour) {
        sum += candles.high(i) - candles.low(i);
        n++;
      }
    }
    return sum / n;
  }

  private static double meanSpread(CandleSeries candles, int hour) {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < candles.size(); i++) {
      if (candles.openEpochSecond(i) / 3600 % 24 == hour) {
        sum += candles.spread(i);
        n++;
      }
    }
    return sum / n;
  }
}
