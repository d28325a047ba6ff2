package com.aicashevolution.market.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.Symbol;
import org.junit.jupiter.api.Test;

/** The hidden regimes are known here, so the filter's probabilities can be held to their word. */
class RegimeFilterTest {

  private static final int HOURS = 60_000;
  private static final int BINS = 10;

  @Test
  void saysSeventyPercentWhereItIsRightSeventyPercentOfTheTime() {
    double[][] promised = new double[Regime.COUNT][BINS];
    double[][] kept = new double[Regime.COUNT][BINS];
    double[][] counted = new double[Regime.COUNT][BINS];
    follow(
        SimulationSpec.regimes(11),
        (filter, truth) -> {
          for (int s = 0; s < Regime.COUNT; s++) {
            double p = filter.probability(Regime.ofIndex(s));
            int bin = Math.min(BINS - 1, (int) (p * BINS));
            promised[s][bin] += p;
            kept[s][bin] += truth.ordinal() == s ? 1 : 0;
            counted[s][bin]++;
          }
        });
    int checked = 0;
    for (int s = 0; s < Regime.COUNT; s++) {
      for (int bin = 0; bin < BINS; bin++) {
        double n = counted[s][bin];
        double p = promised[s][bin] / n;
        if (n > 200) {
          // hours come in runs of one regime: five standard errors of a quarter as many
          assertThat(kept[s][bin] / n).isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) * 4 / n)));
          checked++;
        }
      }
    }
    assertThat(checked).isEqualTo(Regime.COUNT * BINS);
  }

  @Test
  void findsTheRegimeOfMostHours() {
    int[] right = new int[1];
    follow(
        SimulationSpec.regimes(12),
        (filter, truth) -> right[0] += filter.probability(truth) > 0.5 ? 1 : 0);

    assertThat(right[0] / (double) HOURS).isBetween(0.9, 0.98);
  }

  @Test
  void learnsNothingFromARandomWalk() {
    double[] highest = new double[1];
    follow(
        SimulationSpec.randomWalk(12),
        (filter, truth) -> {
          double up = filter.probability(Regime.UP);
          assertThat(up).isCloseTo(filter.probability(Regime.DOWN), within(1e-9));
          highest[0] = Math.max(highest[0], up);
        });

    assertThat(highest[0]).isLessThan(0.5);
  }

  private interface Hour {
    void seen(RegimeFilter filter, Regime truth);
  }

  private static void follow(SimulationSpec spec, Hour hour) {
    Symbol symbol = Symbol.of("GBPJPY");
    SimulatedPath path = new SimulatedPath(spec, symbol, SimulatedMarket.ANCHOR);
    Sessions sessions = new Sessions(symbol);
    RegimeFilter filter = new RegimeFilter(spec, SimulatedInstrument.of(symbol));
    for (int i = 0; i < HOURS; i++) {
      Candle candle = path.advance();
      filter.observe(candle.open(), candle.close(), sessions.activity(candle.openTime()));
      hour.seen(filter, path.regime());
    }
  }
}
