package com.aicashevolution.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.signal.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Barriers at 100 ± (2·1 + spread 0.5): 102.5 above, 97.5 below, three bars of patience. */
class TripleBarrierTest {

  private static final LabelSpec SPEC = new LabelSpec(3, 2);
  private static final double ATR = 1;
  private static final double SPREAD = 0.5;
  private static final double[] QUIET = {100, 101, 99, 100};

  private final TripleBarrier barrier = new TripleBarrier(SPEC);

  @Test
  void shouldSayBuyWhereTheUpperBarrierIsTouchedFirst() {
    Label label = resolve(QUIET, QUIET, new double[] {100, 102.5, 99, 102}, QUIET);

    assertThat(label.direction()).isEqualTo(Direction.BUY);
    assertThat(label.exitBar()).isEqualTo(2);
    assertThat(label.buyResultAtr()).isEqualTo(2);
    assertThat(label.sellResultAtr()).isEqualTo(-3);
  }

  @Test
  void shouldSaySellWhereTheLowerBarrierIsTouchedFirst() {
    Label label = resolve(QUIET, new double[] {100, 101, 97.5, 98}, QUIET, QUIET);

    assertThat(label.direction()).isEqualTo(Direction.SELL);
    assertThat(label.exitBar()).isEqualTo(1);
    assertThat(label.sellResultAtr()).isEqualTo(2);
    assertThat(label.buyResultAtr()).isEqualTo(-3);
  }

  @Test
  void shouldNotCallATouchThatOnlyPaysTheSpreadAWin() {
    Label label = resolve(QUIET, QUIET, new double[] {100, 102.49, 97.51, 100}, QUIET);

    assertThat(label.direction()).isEqualTo(Direction.HOLD);
  }

  @Test
  void shouldHoldWhereNoBarrierIsTouchedAndExitAtTheLastClose() {
    Label label = resolve(QUIET, QUIET, QUIET, new double[] {100, 101, 99, 100.75});

    assertThat(label.direction()).isEqualTo(Direction.HOLD);
    assertThat(label.exitBar()).isEqualTo(3);
    assertThat(label.buyResultAtr()).isEqualTo(0.75 - SPREAD);
    assertThat(label.sellResultAtr()).isEqualTo(-0.75 - SPREAD);
  }

  @Test
  void shouldHoldAndStopBothTradesWhereOneBarTouchesBothBarriers() {
    Label label = resolve(QUIET, new double[] {100, 103, 97, 102}, QUIET, QUIET);

    assertThat(label.direction()).isEqualTo(Direction.HOLD);
    assertThat(label.exitBar()).isEqualTo(1);
    assertThat(label.buyResultAtr()).isEqualTo(-3);
    assertThat(label.sellResultAtr()).isEqualTo(-3);
  }

  @Test
  void shouldFillAStopAtTheOpenBeyondItAndATargetNoBetterThanTheBarrier() {
    Label label = resolve(QUIET, QUIET, new double[] {105, 106, 97, 104}, QUIET);

    assertThat(label.direction()).isEqualTo(Direction.BUY);
    assertThat(label.buyResultAtr()).isEqualTo(2);
    assertThat(label.sellResultAtr()).isEqualTo(-5 - SPREAD);
  }

  @Test
  void shouldIgnoreTheSignalBarAndEverythingAfterTheHorizon() {
    Label label = resolve(new double[] {100, 110, 90, 100}, QUIET, QUIET, QUIET, highAt(120));

    assertThat(label.direction()).isEqualTo(Direction.HOLD);
  }

  @Test
  void shouldLeaveTheTailUnresolvedEvenWhereABarrierWasTouched() {
    CandleSeries series = series(QUIET, highAt(120), QUIET);

    assertThat(barrier.label(series, 0, ATR)).isEqualTo(new LabelResult.Unresolved(1));
    assertThat(barrier.label(series, 2, ATR)).isEqualTo(new LabelResult.Unresolved(3));
  }

  @Test
  void shouldMeasureTheBarrierInAtrOfTheSignalBar() {
    CandleSeries series = series(QUIET, highAt(102.5), QUIET, QUIET);

    assertThat(directionOf(barrier.label(series, 0, 1.0))).isEqualTo(Direction.BUY);
    assertThat(directionOf(barrier.label(series, 0, 1.01))).isEqualTo(Direction.HOLD);
  }

  @Test
  void shouldPayNothingForHold() {
    Label label = resolve(QUIET, QUIET, QUIET, QUIET);

    assertThat(label.resultAtr(Direction.HOLD)).isZero();
    assertThat(label.resultAtr(Direction.BUY)).isEqualTo(label.buyResultAtr());
    assertThat(label.resultAtr(Direction.SELL)).isCloseTo(-SPREAD, within(1e-12));
  }

  @Test
  void shouldRefuseAnAtrThatIsNoDistance() {
    CandleSeries series = series(QUIET, QUIET);

    for (double atr : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> barrier.label(series, 0, atr))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(String.valueOf(atr));
    }
  }

  @Test
  void shouldRefuseABarThatIsNotThere() {
    assertThatThrownBy(() -> barrier.label(series(QUIET), 1, ATR))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static double[] highAt(double high) {
    return new double[] {100, high, 99, 100};
  }

  private Label resolve(double[]... bars) {
    return ((LabelResult.Resolved) barrier.label(series(bars), 0, ATR)).label();
  }

  private static Direction directionOf(LabelResult result) {
    return ((LabelResult.Resolved) result).label().direction();
  }

  private static CandleSeries series(double[]... bars) {
    List<Candle> candles = new ArrayList<>();
    for (double[] b : bars) {
      Instant time = Instant.parse("2026-01-05T00:00:00Z").plusSeconds(3600L * candles.size());
      candles.add(new Candle(time, b[0], b[1], b[2], b[3], 10, SPREAD, true));
    }
    return CandleSeries.of(Symbol.of("EURUSD"), Timeframe.H1, candles);
  }
}
