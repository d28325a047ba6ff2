package com.aicashevolution.indicator;

import com.aicashevolution.market.CandleSeries;
import java.util.Objects;

/**
 * Computes the seventeen indicators at a bar from the last {@value #LOOKBACK_BARS} complete candles
 * and nothing else: every recursion begins at the first of them, however much history is loaded.
 *
 * <p>{@link #FORMULAS} says which; the kernels beside this class say how. All arithmetic is {@code
 * double} in a fixed order without fused operations, so the bits are the same on every machine.
 * Markets that do not move have stated values (RSI 50, stochastic 50, ADX 0, CCI 0, VWAP without
 * volume the mean typical price): nothing divides by zero. Not thread-safe: one per thread, it owns
 * its scratch arrays.
 */
public final class IndicatorCalculator {

  /** Candles a snapshot is a function of, the bar itself included. */
  public static final int LOOKBACK_BARS = 400;

  /** The conventions in words, one indicator a line; part of the feature schema's hash. */
  public static final String FORMULAS =
      """
      adx_value = Wilder ADX(14), every smoothing begun with the mean of its first 14 values
      rsi_value = Wilder RSI(14) of the close; 50 where no close moved
      ema_12 = EMA(12) of the close, begun with the mean of the first 12
      ema_21 = EMA(21) of the close, begun with the mean of the first 21
      ema_50 = EMA(50) of the close, begun with the mean of the first 50
      vwap = sum(tp volume) / sum(volume) over 20 bars, tp = (high + low + close) / 3
      atr_value = Wilder ATR(14), true range from the second bar on
      bollinger_upper = mean(20) + 2 population sigma of the close
      bollinger_lower = mean(20) - 2 population sigma of the close
      stoch_k = mean of 3 of 100 (close - lowest 14) / (highest 14 - lowest 14); 50 on a flat range
      stoch_d = mean of 3 stoch_k
      macd_line = EMA(12) - EMA(26) of the close
      macd_signal = EMA(9) of the line, begun with the mean of the first 9
      volume_ma = mean volume of 20 bars
      price_change_pct = 100 (close - previous close) / previous close
      volatility = sample sigma of 20 log returns, per bar
      cci_value = (tp - mean(20)) / (0.015 mean absolute deviation); 0 where tp is constant""";

  static final int WILDER = 14;
  static final int STOCHASTIC = 14;
  static final int STOCHASTIC_SMOOTH = 3;
  static final int MACD_FAST = 12;
  static final int MACD_SLOW = 26;
  static final int MACD_SIGNAL = 9;
  static final int ROLLING = 20;
  static final double BOLLINGER_WIDTH = 2;

  private final BarColumns bars = new BarColumns();

  /**
   * Indicators at bar {@code index} of {@code series}.
   *
   * @throws IllegalArgumentException if {@code index < LOOKBACK_BARS - 1}
   */
  public IndicatorSnapshot at(CandleSeries series, int index) {
    return IndicatorSnapshot.of(rows(series, index, index + 1));
  }

  /**
   * Indicators of bars {@code [fromBar, toBar)}, row-major {@code [toBar − fromBar, 17]}; each row
   * has the bits {@link #at} gives for its bar.
   *
   * @throws IllegalArgumentException if {@code fromBar < LOOKBACK_BARS - 1}
   */
  public double[] rows(CandleSeries series, int fromBar, int toBar) {
    Objects.checkFromToIndex(fromBar, toBar, series.size());
    if (fromBar < LOOKBACK_BARS - 1) {
      throw new IllegalArgumentException(
          "bar must be >= " + (LOOKBACK_BARS - 1) + " to have a full look-back, was " + fromBar);
    }
    int rows = toBar - fromBar;
    int firstLogReturn = LOOKBACK_BARS - ROLLING;
    bars.load(series, fromBar - LOOKBACK_BARS + 1, rows + LOOKBACK_BARS - 1, firstLogReturn);
    double[] target = new double[rows * IndicatorName.COUNT];
    for (int row = 0; row < rows; row++) {
      compute(row, target, row * IndicatorName.COUNT);
    }
    return target;
  }

  /** Indicators of the look-back that begins at column entry {@code from}. */
  private void compute(int from, double[] target, int offset) {
    int to = from + LOOKBACK_BARS;
    int last = to - 1;
    int change = from + 1; // changes need the bar before, the first of the look-back has none
    int rolling = to - ROLLING;
    double[] close = bars.close;
    double middle = Moments.mean(close, rolling, to);
    double sigma = Moments.populationDeviation(close, rolling, to, middle);
    double meanReturn = Moments.mean(bars.logReturn, rolling, to);

    put(target, offset, IndicatorName.ADX, adx(change, to));
    put(target, offset, IndicatorName.RSI, Rsi.last(bars.gain, bars.loss, change, to, WILDER));
    put(target, offset, IndicatorName.EMA_12, Ema.last(close, from, to, 12));
    put(target, offset, IndicatorName.EMA_21, Ema.last(close, from, to, 21));
    put(target, offset, IndicatorName.EMA_50, Ema.last(close, from, to, 50));
    put(target, offset, IndicatorName.VWAP, Vwap.of(bars.typical, bars.volume, rolling, to));
    put(target, offset, IndicatorName.ATR, Atr.last(bars.trueRange, change, to, WILDER));
    put(target, offset, IndicatorName.BOLLINGER_UPPER, middle + BOLLINGER_WIDTH * sigma);
    put(target, offset, IndicatorName.BOLLINGER_LOWER, middle - BOLLINGER_WIDTH * sigma);
    put(target, offset, IndicatorName.STOCH_K, stochasticK(last));
    put(target, offset, IndicatorName.STOCH_D, stochasticD(last));
    put(target, offset, IndicatorName.MACD_LINE, Macd.line(close, from, to, MACD_FAST, MACD_SLOW));
    put(target, offset, IndicatorName.MACD_SIGNAL, macdSignal(from, to));
    put(target, offset, IndicatorName.VOLUME_MA, Moments.mean(bars.volume, rolling, to));
    put(
        target,
        offset,
        IndicatorName.PRICE_CHANGE_PCT,
        Returns.percent(close[last], close[last - 1]));
    put(
        target,
        offset,
        IndicatorName.VOLATILITY,
        Moments.sampleDeviation(bars.logReturn, rolling, to, meanReturn));
    put(target, offset, IndicatorName.CCI, Cci.of(bars.typical, rolling, to));
  }

  private double adx(int from, int to) {
    return Adx.last(bars.plusMovement, bars.minusMovement, from, to, WILDER);
  }

  private double stochasticK(int bar) {
    return Stochastic.k(bars.high, bars.low, bars.close, bar, STOCHASTIC, STOCHASTIC_SMOOTH);
  }

  private double stochasticD(int bar) {
    return Stochastic.d(bars.high, bars.low, bars.close, bar, STOCHASTIC, STOCHASTIC_SMOOTH);
  }

  private double macdSignal(int from, int to) {
    return Macd.signal(bars.close, from, to, MACD_FAST, MACD_SLOW, MACD_SIGNAL);
  }

  private static void put(double[] target, int offset, IndicatorName name, double value) {
    target[offset + name.ordinal()] = value;
  }
}
