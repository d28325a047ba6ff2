package com.aicashevolution.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.market.simulated.SimulatedMarket;
import com.aicashevolution.market.simulated.SimulationSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VolatilityWatchTest {

  private static final CandleSeries SERIES =
      new SimulatedMarket(SimulationSpec.randomWalk(71))
          .candles(
              Symbol.of("USDJPY"),
              SimulatedMarket.ANCHOR,
              SimulatedMarket.ANCHOR.plus(Duration.ofDays(365)));

  private static final VolatilityWatch WATCH = VolatilityWatch.fit(SERIES, CheckPlan.DAILY);

  @Test
  void knowsTheBusyHoursOfTheDay() {
    // London and New York overlap at 14 UTC; at 21 UTC hardly anybody is at work
    assertThat(WATCH.usualRange().get(14)).isGreaterThan(1.2 * WATCH.usualRange().get(21));
  }

  @Test
  void isAlarmedOnAsFewChecksOfItsHistoryAsPlanned() {
    double[] evidence = WATCH.evidence(SERIES);
    int checks = 0;
    int alarms = 0;
    for (int end = VolatilityWatch.WARM_UP_BARS + 24; end <= evidence.length; end += 24) {
      boolean alarm = false;
      for (int i = end - 24; i < end; i++) {
        alarm |= evidence[i] > WATCH.limit();
      }
      checks++;
      alarms += alarm ? 1 : 0;
    }
    assertThat((double) alarms / checks).isLessThan(2 / CheckPlan.DAILY.volatilityRunLength());
  }

  @Test
  void readsTheNewestBarsAsTheWholePathDoes() {
    double[] evidence = WATCH.evidence(SERIES);
    for (int end = 1_000; end < 1_400; end += 24) {
      double highest = 0;
      for (int i = end - 24; i < end; i++) {
        highest = Math.max(highest, evidence[i]);
      }
      assertThat(WATCH.read(SERIES.upTo(end), 24).evidence()).isEqualTo(highest, within(0.05));
    }
  }

  @Test
  void refusesAHistoryThatIsShortOrNeverMoves() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VolatilityWatch.fit(SERIES.upTo(600), CheckPlan.DAILY))
        .withMessage("history must be at least 680 bars, was 600");
    List<Candle> flat = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      flat.add(
          new Candle(SimulatedMarket.ANCHOR.plus(Duration.ofHours(i)), 1, 1, 1, 1, 10, 0, true));
    }
    CandleSeries still = CandleSeries.of(Symbol.of("EURUSD"), Timeframe.H1, flat);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VolatilityWatch.fit(still, CheckPlan.DAILY))
        .withMessage("history's mean move of hour 0 must be finite and > 0, was 0.0");
  }
}
