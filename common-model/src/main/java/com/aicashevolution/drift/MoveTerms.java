package com.aicashevolution.drift;

/**
 * What is known of a bar's moves before it begins, as the terms a forecast is linear in; all of
 * bars before, none of the bar itself.
 *
 * <pre>
 * h      1 − w + w E, E an EWMA of the squares before, each bounded by 5 h   (bounded GARCH)
 * r      net move ÷ usual for its hour ÷ √h
 * terms  1 · ½ ln h · EWMA(ln v) over 5 and over 20 bars · |r₋₁| · r₋₁² · |EWMA(r)| · s · s |r₋₁|
 * s      EWMA of the sign of rᵢ rᵢ₋₁: whether moves carry on or take each other back
 * </pre>
 *
 * <p>The first three are a heterogeneous autoregression (Corsi 2009) around a GARCH(1,1)
 * (Bollerslev 1986) with variance targeting. Squares are bounded (Muler, Yohai 2008), so that one
 * wild bar, or the first of many, does not teach the forecast to expect more of them. The others
 * are there because bars that trend, and bars that take the last one back, have wider ranges than
 * bars that wander, at the same volatility.
 *
 * @param rows terms of each bar
 */
record MoveTerms(double[][] rows) {

  /** Terms of a bar. */
  static final int COUNT = 9;

  private static final double LARGEST_SQUARE = 5;
  private static final double SHORT_MEMORY = 0.8;
  private static final double LONG_MEMORY = 0.95;
  private static final double DIRECTION_MEMORY = 0.9;

  /** Keeps logarithm and quotient finite after bars that did not move. */
  private static final double LEAST_VARIANCE = 1e-3;

  /**
   * Of every bar; before the first, averages are what they are on average.
   *
   * @param memory of E, in [0, 1)
   * @param weight w, in [0, 1]
   */
  static MoveTerms of(RelativeMoves moves, double memory, double weight) {
    int n = moves.square().length;
    double[][] rows = new double[n][];
    double average = 1;
    double shortRange = 0;
    double longRange = 0;
    double direction = 0;
    double persistence = 0;
    double previousMove = 0;
    for (int i = 0; i < n; i++) {
      double variance = Math.max(LEAST_VARIANCE, 1 - weight + weight * average);
      double deviation = Math.sqrt(variance);
      double last = Math.abs(previousMove) / deviation;
      rows[i] =
          new double[] {
            1,
            StrictMath.log(variance) / 2,
            shortRange,
            longRange,
            last,
            last * last,
            Math.abs(direction),
            persistence,
            persistence * last
          };
      double move = moves.move()[i];
      double square = Math.min(moves.square()[i], LARGEST_SQUARE * variance);
      average = ewma(memory, average, square);
      shortRange = ewma(SHORT_MEMORY, shortRange, moves.logRange()[i]);
      longRange = ewma(LONG_MEMORY, longRange, moves.logRange()[i]);
      direction = ewma(DIRECTION_MEMORY, direction, move / deviation);
      persistence = ewma(DIRECTION_MEMORY, persistence, Math.signum(move * previousMove));
      previousMove = move;
    }
    return new MoveTerms(rows);
  }

  private static double ewma(double memory, double before, double value) {
    return memory * before + (1 - memory) * value;
  }
}
