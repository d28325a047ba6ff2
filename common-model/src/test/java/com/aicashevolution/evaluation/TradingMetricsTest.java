package com.aicashevolution.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.signal.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradingMetricsTest {

  @Test
  void addsUpWhatTheTradesBrought() {
    TradingMetrics metrics =
        TradingMetrics.of(
            List.of(Direction.BUY, Direction.HOLD, Direction.SELL, Direction.BUY, Direction.HOLD),
            new double[] {1.4, 99, -1.6, 0.6, 99});
    assertThat(metrics.trades()).isEqualTo(3);
    assertThat(metrics.winRate()).isEqualTo(2 / 3.0, within(1e-12));
    assertThat(metrics.profitFactor()).isEqualTo(2.0 / 1.6, within(1e-12));
    assertThat(metrics.expectancyAtr()).isEqualTo(0.4 / 3, within(1e-12));
    assertThat(metrics.coverage()).isEqualTo(0.6, within(1e-12));
  }

  @Test
  void aTradeThatEndsAtZeroIsNoWin() {
    TradingMetrics metrics = TradingMetrics.of(List.of(Direction.BUY), new double[] {0});
    assertThat(metrics).isEqualTo(new TradingMetrics(1, 0, 0, 0, 1));
  }

  @Test
  void capsAProfitFactorWithoutLosses() {
    assertThat(TradingMetrics.of(List.of(Direction.SELL), new double[] {1}).profitFactor())
        .isEqualTo(1e6);
  }

  @Test
  void abstainingAllTheTimeIsAllZeros() {
    assertThat(TradingMetrics.of(List.of(Direction.HOLD), new double[] {3}))
        .isEqualTo(new TradingMetrics(0, 0, 0, 0, 0));
    assertThat(TradingMetrics.of(List.of(), new double[0]))
        .isEqualTo(new TradingMetrics(0, 0, 0, 0, 0));
  }

  @Test
  void refusesDecisionsWithoutResults() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TradingMetrics.of(List.of(Direction.BUY), new double[0]))
        .withMessage("each decision needs its result, were 1 and 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TradingMetrics.of(List.of(Direction.BUY), new double[] {Double.NaN}))
        .withMessage("result 0 must be finite, was NaN");
  }
}
