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

  /** Period of Wilder's indicators and of the stochastic. */
  static final int PERIOD = 14;

  /** Bars of the means, the bands, the volatility and the CCI. */
  static final int ROLLING = 20;

  private static final int VWAP = IndicatorName.VWAP.ordinal();
  private static final int BOLLINGER_UPPER = IndicatorName.BOLLINGER_UPPER.ordinal();
  private static final int BOLLINGER_LOWER = IndicatorName.BOLLINGER_LOWER.ordinal();
  private static final int STOCH_K = IndicatorName.STOCH_K.ordinal();
  private static final int STOCH_D = IndicatorName.STOCH_D.ordinal();
  private static final int VOLUME_MA = IndicatorName.VOLUME_MA.ordinal();
  private static final int PRICE_CHANGE_PCT = IndicatorName.PRICE_CHANGE_PCT.ordinal();
  private static final int VOLATILITY = IndicatorName.VOLATILITY.ordinal();
  private static final int CCI = IndicatorName.CCI.ordinal();

  /** Look-backs computed side by side; more bring nothing. */
  private static final int BLOCK = 64;

  private final BarColumns bars = new BarColumns();
  private final double[] value = new double[BLOCK];
  private final double[] second = new double[BLOCK];
  private final double[] third = new double[BLOCK];

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
    int before = LOOKBACK_BARS - 1;
    bars.load(series, fromBar - before, rows + before, LOOKBACK_BARS - ROLLING);
    double[] target = new double[rows * IndicatorName.COUNT];
    for (int row = 0; row < rows; row += BLOCK) {
      LookBacks lookBacks = new LookBacks(row, LOOKBACK_BARS, Math.min(BLOCK, rows - row));
      recursive(lookBacks, target);
      rolling(lookBacks, target);
    }
    return target;
  }

  /** Indicators that run along the whole look-back. */
  private void recursive(LookBacks all, double[] target) {
    LookBacks changes = all.changes();
    Adx.last(bars.plusMovement, bars.minusMovement, changes, PERIOD, value, second, third);
    put(IndicatorName.ADX, value, all, target);
    Rsi.last(bars.gain, bars.loss, changes, PERIOD, value, second);
    put(IndicatorName.RSI, value, all, target);
    Atr.last(bars.trueRange, changes, PERIOD, value);
    put(IndicatorName.ATR, value, all, target);
    Ema.last(bars.close, all, 12, value);
    put(IndicatorName.EMA_12, value, all, target);
    Ema.last(bars.close, all, 21, value);
    put(IndicatorName.EMA_21, value, all, target);
    Ema.last(bars.close, all, 50, value);
    put(IndicatorName.EMA_50, value, all, target);
    Macd.last(bars.close, all, value, second, third);
    put(IndicatorName.MACD_LINE, value, all, target);
    put(IndicatorName.MACD_SIGNAL, second, all, target);
  }

  /** Indicators of the newest bars of each look-back. */
  private void rolling(LookBacks all, double[] target) {
    for (int row = all.first(); row < all.first() + all.count(); row++) {
      int at = row * IndicatorName.COUNT;
      int to = row + LOOKBACK_BARS;
      int from = to - ROLLING;
      int last = to - 1;
      target[at + VWAP] = Vwap.of(bars.typical, bars.volume, from, to);
      Bollinger.bands(bars.close, from, to, target, at + BOLLINGER_UPPER, at + BOLLINGER_LOWER);
      target[at + STOCH_K] = Stochastic.k(bars.rawStochastic, last);
      target[at + STOCH_D] = Stochastic.d(bars.rawStochastic, last);
      target[at + VOLUME_MA] = Moments.mean(bars.volume, from, to);
      target[at + PRICE_CHANGE_PCT] = Returns.percent(bars.close[last], bars.close[last - 1]);
      target[at + VOLATILITY] = Returns.volatility(bars.logReturn, from, to);
      target[at + CCI] = Cci.of(bars.typical, from, to);
    }
  }

  private static void put(IndicatorName name, double[] value, LookBacks rows, double[] target) {
    for (int j = 0; j < rows.count(); j++) {
      target[(rows.first() + j) * IndicatorName.COUNT + name.ordinal()] = value[j];
    }
  }
}
