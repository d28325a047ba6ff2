package com.aicashevolution.indicator;

/**
 * Moving Average Convergence Divergence (Appel 1979): {@code line = EMA(fast) − EMA(slow)}, {@code
 * signal = EMA(line)}. Each average is begun with the simple mean of its own first values; the
 * first line stands where the slow average begins. Price units; both 0 on constant closes.
 */
final class Macd {

  private Macd() {}

  /** Line at {@code to − 1}; {@code to − from >= slow}. */
  static double line(double[] close, int from, int to, int fast, int slow) {
    return Ema.last(close, from, to, fast) - Ema.last(close, from, to, slow);
  }

  /** Signal at {@code to − 1}; {@code to − from >= slow + smooth − 1}. */
  static double signal(double[] close, int from, int to, int fast, int slow, int smooth) {
    double alphaFast = Ema.alpha(fast);
    double alphaSlow = Ema.alpha(slow);
    double alpha = Ema.alpha(smooth);
    double emaFast = Ema.last(close, from, from + slow, fast);
    double emaSlow = Ema.last(close, from, from + slow, slow);
    double sum = emaFast - emaSlow;
    int seeded = from + slow + smooth - 1;
    for (int i = from + slow; i < seeded; i++) {
      emaFast += alphaFast * (close[i] - emaFast);
      emaSlow += alphaSlow * (close[i] - emaSlow);
      sum += emaFast - emaSlow;
    }
    double signal = sum / smooth;
    for (int i = seeded; i < to; i++) {
      emaFast += alphaFast * (close[i] - emaFast);
      emaSlow += alphaSlow * (close[i] - emaSlow);
      signal += alpha * (emaFast - emaSlow - signal);
    }
    return signal;
  }
}
