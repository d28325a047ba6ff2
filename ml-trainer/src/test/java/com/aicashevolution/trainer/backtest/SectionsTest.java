package com.aicashevolution.trainer.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.trade.ExitReason;
import com.aicashevolution.trade.Exits;
import com.aicashevolution.trade.Order;
import com.aicashevolution.trade.Trade;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Four days of one bar each: worth 1, −1, 2, 2 percent; everything can be worked out by hand. */
class SectionsTest {

  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final Exits EXITS = new Exits(6, 2, 2);
  private static final Sizing SIZING = new Sizing(0.5);

  private final EquityCurve curve =
      new EquityCurve(
          new long[] {day(0), day(1), day(2), day(3)},
          new double[] {1, -1, 2, 2},
          new double[] {3, 4, 1, 2},
          new int[] {2, 0, 1, 0});

  @Test
  void measuresTheWholeAccount() {
    Section whole = new Sections(curve, trades(), SIZING, EXITS, 1).whole();

    assertThat(whole.phase()).isNull();
    assertThat(whole.account().returnPercent()).isEqualTo(2);
    assertThat(whole.account().maxDrawdownPercent()).isEqualTo(2);
    assertThat(whole.held().returnPercent()).isEqualTo(2);
    assertThat(whole.held().maxDrawdownPercent()).isEqualTo(3);
    assertThat(whole.account().exposure()).isEqualTo(0.5);
    assertThat(whole.account().meanOpenTrades()).isEqualTo(0.75);
    // the days brought 1, −2, 3, 0: mean 0.5, sample variance 13/3
    assertThat(whole.account().days()).isEqualTo(4);
    assertThat(whole.account().sharpePerDay()).isCloseTo(0.5 / Math.sqrt(13 / 3.0), within(1e-12));
    assertThat(whole.account().sharpeAnnual())
        .isCloseTo(0.5 / Math.sqrt(13 / 3.0) * Math.sqrt(252), within(1e-12));
    assertThat(whole.account().sortinoPerDay()).isCloseTo(0.5, within(1e-12));
    // of one trial nothing is deflated
    assertThat(whole.account().deflatedSharpe()).isEqualTo(whole.account().probabilisticSharpe());
  }

  @Test
  void countsWhatTradesBroughtByPosition() {
    Section.Trades trades = new Sections(curve, trades(), SIZING, EXITS, 1).whole().trades();
    // positions of 2 · 1.5, 1 · −1 and 0.5 · −2 ATR
    assertThat(trades.positions().trades()).isEqualTo(3);
    assertThat(trades.positions().winRate()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(trades.positions().profitFactor()).isEqualTo(1.5);
    assertThat(trades.positions().expectancyAtr()).isCloseTo(1 / 3.0, within(1e-12));
    // half a percent at a stop of 2 ATR
    assertThat(trades.expectancyPercent()).isCloseTo(0.5 / 3 / 2, within(1e-12));
    assertThat(List.of(trades.targets(), trades.stops(), trades.horizons()))
        .containsExactly(1, 1, 1);
  }

  @Test
  void startsEveryPhaseFromNothingAndGivesItTheTradesDecidedInIt() {
    Seen seen = new Seen(at(1), at(2));
    List<Section> phases = new Sections(curve, trades(), SIZING, EXITS, 1).byPhase(seen);

    assertThat(phases)
        .extracting(Section::phase)
        .containsExactly(Phase.IN_SAMPLE, Phase.HOLDOUT, Phase.OUT_OF_SAMPLE);
    assertThat(phases)
        .extracting(section -> section.account().returnPercent())
        .containsExactly(1.0, -2.0, 3.0);
    assertThat(phases)
        .extracting(section -> section.held().returnPercent())
        .containsExactly(3.0, 1.0, -2.0);
    assertThat(phases)
        .extracting(section -> section.trades().positions().trades())
        .containsExactly(1, 1, 1);
    assertThat(phases.get(2).from()).isEqualTo(at(2));
    assertThat(phases.get(2).to()).isEqualTo(at(3));
    assertThat(new Sections(curve, trades(), SIZING, EXITS, 1).byPhase(Seen.NOTHING))
        .extracting(Section::phase)
        .containsExactly(Phase.OUT_OF_SAMPLE);
  }

  @Test
  void believesLessTheMoreWasTried() {
    double once =
        new Sections(curve, trades(), SIZING, EXITS, 1).whole().account().deflatedSharpe();
    double often =
        new Sections(curve, trades(), SIZING, EXITS, 500).whole().account().deflatedSharpe();
    assertThat(often).isLessThan(once);
  }

  private static List<Trade> trades() {
    return List.of(
        trade(0, 2, 1.5, ExitReason.TARGET),
        trade(1, 1, -1, ExitReason.HORIZON),
        trade(2, 0.5, -2, ExitReason.STOP));
  }

  private static Trade trade(int day, double multiplier, double resultAtr, ExitReason reason) {
    Order order = new Order(Symbol.of("EURUSD"), Direction.BUY, at(day), 1, multiplier, 72);
    return new Trade(order, at(day + 1), 100, at(day + 1), 100, reason, 1, resultAtr);
  }

  private static Instant at(int day) {
    return START.plusSeconds(86_400L * day);
  }

  private static long day(int day) {
    return at(day).getEpochSecond();
  }
}
