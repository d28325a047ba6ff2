package com.aicashevolution.indicator;

import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.PriceField;

/**
 * Scratch columns of a run of bars: prices, and what each bar yields together with the few before
 * it. An entry depends on those bars alone, so it is the same bits in a run of any length; entries
 * without enough bars before them are never read.
 */
final class BarColumns {

  private static final double[] NONE = {};

  double[] high = NONE;
  double[] low = NONE;
  double[] close = NONE;
  double[] volume = NONE;
  double[] typical = NONE;
  double[] trueRange = NONE;
  double[] plusMovement = NONE;
  double[] minusMovement = NONE;
  double[] gain = NONE;
  double[] loss = NONE;
  double[] logReturn = NONE;
  double[] rawStochastic = NONE;

  /**
   * Fills entries {@code [0, length)} from bars {@code [start, start + length)}.
   *
   * @param recent first entry that log returns and stochastics are wanted of, at least 13: they are
   *     dear, and only the newest bars of a look-back are asked for them
   */
  void load(CandleSeries series, int start, int length, int recent) {
    ensureCapacity(length);
    series.copyTo(PriceField.HIGH, start, high, length);
    series.copyTo(PriceField.LOW, start, low, length);
    series.copyTo(PriceField.CLOSE, start, close, length);
    series.copyTo(PriceField.VOLUME, start, volume, length);
    for (int i = 0; i < length; i++) {
      typical[i] = Vwap.typicalPrice(high[i], low[i], close[i]);
    }
    for (int i = 1; i < length; i++) {
      trueRange[i] = Atr.trueRange(high[i], low[i], close[i - 1]);
      plusMovement[i] = Adx.plusMovement(high[i], low[i], high[i - 1], low[i - 1]);
      minusMovement[i] = Adx.minusMovement(high[i], low[i], high[i - 1], low[i - 1]);
      gain[i] = Math.max(close[i] - close[i - 1], 0);
      loss[i] = Math.max(close[i - 1] - close[i], 0);
    }
    for (int i = recent; i < length; i++) {
      logReturn[i] = Returns.log(close[i], close[i - 1]);
      rawStochastic[i] = Stochastic.raw(high, low, close, i, IndicatorCalculator.PERIOD);
    }
  }

  private void ensureCapacity(int length) {
    if (close.length >= length) {
      return;
    }
    high = new double[length];
    low = new double[length];
    close = new double[length];
    volume = new double[length];
    typical = new double[length];
    trueRange = new double[length];
    plusMovement = new double[length];
    minusMovement = new double[length];
    gain = new double[length];
    loss = new double[length];
    logReturn = new double[length];
    rawStochastic = new double[length];
  }
}
