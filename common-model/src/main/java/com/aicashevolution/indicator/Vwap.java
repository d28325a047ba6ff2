package com.aicashevolution.indicator;

/**
 * Rolling volume-weighted average price: {@code Σ(TP · V)/ΣV} of the typical price {@code TP = (H +
 * L + C)/3}. Price units; the plain mean of TP where nothing was traded.
 */
final class Vwap {

  private Vwap() {}

  static double typicalPrice(double high, double low, double close) {
    return (high + low + close) / 3;
  }

  /** Value over bars {@code [from, to)}; exact on constant prices, whatever the volumes. */
  static double of(double[] typical, double[] volume, int from, int to) {
    double origin = typical[from];
    double weighted = 0;
    double total = 0;
    for (int i = from; i < to; i++) {
      weighted += (typical[i] - origin) * volume[i];
      total += volume[i];
    }
    return total > 0 ? origin + weighted / total : Moments.mean(typical, from, to);
  }
}
