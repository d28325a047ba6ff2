package com.aicashevolution.drift.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.drift.CheckPlan;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.simulated.SimulatedMarket;
import com.aicashevolution.market.simulated.SimulationSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftSimulationTest {

  private static final List<Symbol> SYMBOLS =
      List.of(Symbol.of("EURUSD"), Symbol.of("GBPJPY"), Symbol.of("XAUUSD"), Symbol.of("BTCUSD"));

  /** Markets of each kind: the alarms of a few symbol-quarters scatter widely around their rate. */
  private static final int MARKETS = 3;

  @Test
  void raisesFewFalseAlarmsAndSeesDoubledVolatilityWithinADay() {
    requireGoals(replay(SimulationSpec.randomWalk(81)));
  }

  @Test
  void raisesFewFalseAlarmsAndSeesDoubledVolatilityWhereTrendsWidenRangesByThemselves() {
    requireGoals(replay(SimulationSpec.regimes(82)));
  }

  private static void requireGoals(DriftTrial trial) {
    assertThat(trial.symbolQuarters()).isEqualTo(MARKETS * 4 * 365 / (365.25 / 4), within(1e-9));
    assertThat(trial.falseAlarmsPerSymbolQuarter()).isLessThanOrEqualTo(1);
    assertThat(trial.doublings()).isGreaterThan(MARKETS * 180);
    assertThat(trial.detectedShare()).isGreaterThanOrEqualTo(0.95);
  }

  private static DriftTrial replay(SimulationSpec market) {
    DriftTrial total = DriftTrial.NONE;
    for (int m = 0; m < MARKETS; m++) {
      for (Symbol symbol : SYMBOLS) {
        SimulationSpec member = market.withSeed(market.seed() + m);
        total = total.plus(DriftSimulation.YEAR.run(member, symbol));
      }
    }
    return total;
  }

  @Test
  void scalingDoublesEveryMoveAfterTheBarAndNoneBefore() {
    CandleSeries series =
        new SimulatedMarket(SimulationSpec.randomWalk(83))
            .candles(
                Symbol.of("EURUSD"),
                SimulatedMarket.ANCHOR,
                SimulatedMarket.ANCHOR.plus(Duration.ofDays(10)));
    CandleSeries scaled = ScaledMoves.from(series, 50, 2);
    for (int i = 1; i < series.size(); i++) {
      double factor = i < 50 ? 1 : 2;
      assertThat(Math.log(scaled.close(i) / scaled.close(i - 1)))
          .isEqualTo(factor * Math.log(series.close(i) / series.close(i - 1)), within(1e-12));
      assertThat(Math.log(scaled.high(i) / scaled.low(i)))
          .isEqualTo(factor * Math.log(series.high(i) / series.low(i)), within(1e-12));
    }
  }

  @Test
  void refusesReplaysTooShortToSayAnything() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DriftSimulation(CheckPlan.DAILY, 730, 3, 10))
        .withMessage(
            "referenceDays and doublings must be >= 1 and replayDays >= 30, were 730, 10 and 3");
  }
}
