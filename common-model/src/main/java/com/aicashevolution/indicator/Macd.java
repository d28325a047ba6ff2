package com.aicashevolution.indicator;

/**
 * Moving Average Convergence Divergence (Appel 1979): {@code line = EMA(12) − EMA(26)}, {@code
 * signal = EMA(9) of the line}. Each average is begun with the simple mean of its own first values,
 * so the first line stands at entry 25. Price units; both are 0 on constant closes.
 */
final class Macd {

  static final int FAST = 12;
  static final int SLOW = 26;
  static final int SMOOTH = 9;

  private Macd() {}

  /**
   * Values at the end of each look-back of at least {@code SLOW + SMOOTH − 1} entries.
   *
   * @param line result, one per look-back
   * @param signal result, one per look-back
   * @param slow scratch of the same length
   */
  static void last(
      double[] close, LookBacks lookBacks, double[] line, double[] signal, double[] slow) {
    int first = lookBacks.first();
    int count = lookBacks.count();
    double[] fast = line; // becomes the line once the averages have reached the end
    Ema.last(close, lookBacks.shortenedTo(SLOW), FAST, fast);
    Ema.last(close, lookBacks.shortenedTo(SLOW), SLOW, slow);
    for (int j = 0; j < count; j++) {
      signal[j] = fast[j] - slow[j];
    }
    for (int t = SLOW; t < SLOW + SMOOTH - 1; t++) {
      Ema.step(close, first + t, count, Ema.alpha(FAST), fast);
      Ema.step(close, first + t, count, Ema.alpha(SLOW), slow);
      for (int j = 0; j < count; j++) {
        signal[j] += fast[j] - slow[j];
      }
    }
    for (int j = 0; j < count; j++) {
      signal[j] /= SMOOTH;
    }
    double alpha = Ema.alpha(SMOOTH);
    for (int t = SLOW + SMOOTH - 1; t < lookBacks.length(); t++) {
      Ema.step(close, first + t, count, Ema.alpha(FAST), fast);
      Ema.step(close, first + t, count, Ema.alpha(SLOW), slow);
      for (int j = 0; j < count; j++) {
        signal[j] += alpha * (fast[j] - slow[j] - signal[j]);
      }
    }
    for (int j = 0; j < count; j++) {
      line[j] = fast[j] - slow[j];
    }
  }
}
