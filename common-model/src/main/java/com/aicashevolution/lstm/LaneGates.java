package com.aicashevolution.lstm;

/**
 * The gates of {@link VectorForward}, one unit per lane; an interface for the reason of {@link
 * LaneSums}.
 */
interface LaneGates {

  /**
   * Moves cells on by one step: {@link ScalarGates} over lanes.
   *
   * @param count how many vectors of cells
   * @param z their sums {@code [count, gate, lane]}
   * @param e working memory like {@code z}; afterwards the exponentials of the magnitudes of z, but
   *     first in each row the numerator of tanh c'
   * @param c cells, replaced: one vector from {@code offset}, each further {@code stride} on
   * @param h receives hidden values, from {@code hOffset}, placed like the cells
   */
  void step(
      int count, float[] z, float[] e, float[] c, int offset, int stride, float[] h, int hOffset);

  /**
   * The numerators {@link FloatMath#tanhNumerator} of magnitudes.
   *
   * @param x one vector from {@code offset}, each further {@code stride} on
   * @param e receives them, first in each row of {@code [count, gate, lane]}
   */
  void tanhNumerators(int count, float[] x, int offset, int stride, float[] e);
}
