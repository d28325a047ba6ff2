package com.aicashevolution.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.RandomMarket;
import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Every indicator that TA-Lib 0.4.0 has, computed by TA-Lib in this very run and compared at each
 * bar: exactly (1e-9 relative) from its first value on where the seeds agree, and after the
 * influence of another seed has died away where they do not (ADX sums 13 first movements instead of
 * 14; MACD begins both averages at bar 25).
 */
class TaLibSecondOpinionTest {

  private static final int BARS = 1_500;
  private static final int OTHER_SEED_FORGOTTEN = 700;

  private final BarColumns bars = new BarColumns();
  private final CandleSeries series = RandomMarket.WALK.series(20_261_101, BARS);
  private final Core taLib = new Core();
  private final MInteger begin = new MInteger();
  private final MInteger count = new MInteger();
  private final double[] out = new double[BARS];
  private final double[] out2 = new double[BARS];
  private final double[] out3 = new double[BARS];

  TaLibSecondOpinionTest() {
    bars.load(series, 0, BARS, 20);
  }

  @Test
  void agreesOnRsi() {
    succeeds(taLib.rsi(0, BARS - 1, bars.close, 14, begin, count, out));
    agrees(
        out,
        14,
        at ->
            value(
                at,
                (all, v) -> Rsi.last(bars.gain, bars.loss, all.changes(), 14, v, new double[1])));
  }

  @Test
  void agreesOnAtr() {
    succeeds(taLib.atr(0, BARS - 1, bars.high, bars.low, bars.close, 14, begin, count, out));
    agrees(out, 14, at -> value(at, (all, v) -> Atr.last(bars.trueRange, all.changes(), 14, v)));
  }

  @Test
  void agreesOnAdxOnceItsOtherSeedIsForgotten() {
    succeeds(taLib.adx(0, BARS - 1, bars.high, bars.low, bars.close, 14, begin, count, out));
    agrees(out, OTHER_SEED_FORGOTTEN, at -> value(at, this::adx));
  }

  private void adx(LookBacks all, double[] v) {
    Adx.last(
        bars.plusMovement, bars.minusMovement, all.changes(), 14, v, new double[1], new double[1]);
  }

  @Test
  void agreesOnEveryExponentialAverage() {
    for (int n : new int[] {12, 21, 26, 50}) {
      succeeds(taLib.ema(0, BARS - 1, bars.close, n, begin, count, out));
      agrees(out, n - 1, at -> value(at, (all, v) -> Ema.last(bars.close, all, n, v)));
    }
  }

  @Test
  void agreesOnMacdOnceItsOtherSeedIsForgotten() {
    succeeds(taLib.macd(0, BARS - 1, bars.close, 12, 26, 9, begin, count, out, out2, out3));
    agrees(
        out,
        OTHER_SEED_FORGOTTEN,
        at -> value(at, (all, v) -> Macd.last(bars.close, all, v, new double[1], new double[1])));
    agrees(
        out2,
        OTHER_SEED_FORGOTTEN,
        at -> value(at, (all, v) -> Macd.last(bars.close, all, new double[1], v, new double[1])));
  }

  @Test
  void agreesOnBollingerBands() {
    succeeds(
        taLib.bbands(0, BARS - 1, bars.close, 20, 2, 2, MAType.Sma, begin, count, out, out2, out3));
    double[] bands = new double[2];
    for (int at = 19; at < BARS; at++) {
      Bollinger.bands(bars.close, at - 19, at + 1, bands, 0, 1);
      assertThat(bands[0]).isCloseTo(out[at - 19], within(1e-9));
      assertThat(bands[1]).isCloseTo(out3[at - 19], within(1e-9));
    }
  }

  @Test
  void agreesOnTheSlowStochastic() {
    succeeds(
        taLib.stoch(
            0,
            BARS - 1,
            bars.high,
            bars.low,
            bars.close,
            14,
            3,
            MAType.Sma,
            3,
            MAType.Sma,
            begin,
            count,
            out,
            out2));
    agrees(out, 24, at -> Stochastic.k(bars.rawStochastic, at));
    agrees(out2, 24, at -> Stochastic.d(bars.rawStochastic, at));
  }

  @Test
  void agreesOnCci() {
    succeeds(taLib.cci(0, BARS - 1, bars.high, bars.low, bars.close, 20, begin, count, out));
    for (int at = 19; at < BARS; at++) {
      assertThat(Cci.of(bars.typical, at - 19, at + 1)).isCloseTo(out[at - 19], within(1e-7));
    }
  }

  @Test
  void agreesOnTheMeanVolume() {
    succeeds(taLib.sma(0, BARS - 1, bars.volume, 20, begin, count, out));
    agrees(out, 19, at -> Moments.mean(bars.volume, at - 19, at + 1));
  }

  @Test
  void agreesOnTheChangeOfPrice() {
    succeeds(taLib.roc(0, BARS - 1, bars.close, 1, begin, count, out));
    for (int at = 1; at < BARS; at++) {
      assertThat(Returns.percent(bars.close[at], bars.close[at - 1]))
          .isCloseTo(out[at - 1], within(1e-12));
    }
  }

  @Test
  void agreesOnTheVolatilityOfLogReturns() {
    succeeds(taLib.stdDev(20, BARS - 1, bars.logReturn, 20, 1, begin, count, out));
    double populationToSample = Math.sqrt(20.0 / 19);
    agrees(out, 39, at -> Returns.volatility(bars.logReturn, at - 19, at + 1) / populationToSample);
  }

  private interface Kernel {
    void last(LookBacks all, double[] value);
  }

  /** Value of a kernel at bar {@code at}, begun at the first bar. */
  private static double value(int at, Kernel kernel) {
    double[] value = new double[1];
    kernel.last(new LookBacks(0, at + 1, 1), value);
    return value[0];
  }

  private static void succeeds(RetCode code) {
    assertThat(code).isEqualTo(RetCode.Success);
  }

  private void agrees(double[] reference, int fromBar, IntToDoubleFunction ours) {
    assertThat(begin.value).isLessThanOrEqualTo(fromBar);
    assertThat(begin.value + count.value).isEqualTo(BARS);
    for (int at = fromBar; at < BARS; at++) {
      double expected = reference[at - begin.value];
      assertThat(ours.applyAsDouble(at))
          .as("bar %d", at)
          .isCloseTo(expected, within(1e-9 * Math.max(Math.abs(expected), 1e-3)));
    }
  }
}
