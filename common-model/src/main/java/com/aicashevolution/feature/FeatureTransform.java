package com.aicashevolution.feature;

import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.indicator.IndicatorSnapshot;
import com.aicashevolution.market.Candle;

/**
 * Makes the indicators of a bar stationary: price levels become distances from the close in units
 * of ATR, so that a feature means the same at any price, and multiplying all prices by a constant
 * changes nothing. Every feature saturates at ±{@value #LIMIT}: whatever a client posts, no NaN and
 * no infinity leaves.
 */
public final class FeatureTransform {

  /** Bound of every feature. */
  static final double LIMIT = 1e6;

  /** Smallest unit of distance, relative to the close: about a tenth of a point. */
  private static final double UNIT_FLOOR = 1e-6;

  /** The formulas in words, one per indicator; part of the schema's hash. */
  public static final String FORMULAS =
      """
      unit = max(atr_value, 1e-6 close)
      adx_value = adx / 100
      rsi_value = (rsi - 50) / 50
      ema_12 = (ema - close) / unit
      ema_21 = (ema - close) / unit
      ema_50 = (ema - close) / unit
      vwap = (vwap - close) / unit
      atr_value = 100 atr / close
      bollinger_upper = (upper - close) / unit
      bollinger_lower = (lower - close) / unit
      stoch_k = (k - 50) / 50
      stoch_d = (d - 50) / 50
      macd_line = line / unit
      macd_signal = signal / unit
      volume_ma = ln((volume + 1) / (mean + 1))
      price_change_pct = change
      volatility = 100 sigma
      cci_value = cci / 100
      all = clamp(+-1e6), double arithmetic, rounded to float once""";

  private static final IndicatorName[] NAMES = IndicatorName.values();

  private FeatureTransform() {}

  /**
   * Writes the seventeen features of one bar into {@code target} from {@code offset}.
   *
   * @param bar the bar the snapshot belongs to
   */
  public static void apply(IndicatorSnapshot snapshot, Candle bar, float[] target, int offset) {
    apply(snapshot.toArray(), 0, bar.close(), bar.volume(), target, offset);
  }

  /**
   * The same from an indicator row in the order of {@link IndicatorName}.
   *
   * @param indicators row-major, the row begins at {@code row}
   * @param close close of the bar, price units
   * @param volume volume of the bar, in the unit of {@code volume_ma}
   */
  static void apply(
      double[] indicators, int row, double close, double volume, float[] target, int offset) {
    double atr = indicators[row + IndicatorName.ATR.ordinal()];
    double unit = Math.max(atr, UNIT_FLOOR * close);
    for (IndicatorName name : NAMES) {
      double x = indicators[row + name.ordinal()];
      double feature =
          switch (name) {
            case ADX -> x / 100;
            case RSI, STOCH_K, STOCH_D -> (x - 50) / 50;
            case EMA_12, EMA_21, EMA_50, VWAP, BOLLINGER_UPPER, BOLLINGER_LOWER ->
                (x - close) / unit;
            case ATR -> 100 * (x / close);
            case MACD_LINE, MACD_SIGNAL -> x / unit;
            case VOLUME_MA -> StrictMath.log((volume + 1) / (x + 1));
            case PRICE_CHANGE_PCT -> x;
            case VOLATILITY -> 100 * x;
            case CCI -> x / 100;
          };
      target[offset + name.ordinal()] = (float) Math.clamp(feature, -LIMIT, LIMIT);
    }
  }
}
