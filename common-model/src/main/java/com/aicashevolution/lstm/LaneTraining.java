package com.aicashevolution.lstm;

/**
 * The arithmetic of {@link LstmTraining}, one sample of the minibatch per lane; an interface for
 * the reason of {@link LaneSums}, and so that plain loops can be its twin.
 *
 * <p>Three layouts, all for {@link LstmTraining#SAMPLES} samples:
 *
 * <pre>
 * rows     [row, sample]                     inputs, hidden values, their gradients
 * gates    [unit, vector, gate, lane]        sums, activations, deltas of the four gates
 * weights  [unit, row, gate]                 one weight for each row and gate
 * stripes  [unit, row, gate, stripe]         partial sums of a weight's gradient
 * </pre>
 */
interface LaneTraining extends LaneStripes {

  /** Samples computed at once: a divisor of {@link LstmTraining#STRIPES}. */
  int lanes();

  /**
   * The gates' sums of one unit: {@code z = bias + Σₖ rowₖ · wₖ}, ascending, fused.
   *
   * @param w weights, the unit's first row at {@code first}
   * @param count how many rows
   * @param bias where in {@code w} the four biases are
   * @param x rows from {@code xOffset}
   * @param z receives the unit's gates at {@code zOffset}
   */
  void sums(
      float[] w, int first, int count, int bias, float[] x, int xOffset, float[] z, int zOffset);

  /**
   * The gradients of some rows: {@code yₖ = Σ δ · wₖ} over units ascending, gates within a unit,
   * fused, from zero.
   *
   * @param w weights, the first unit's first row at {@code first}
   * @param unitStride from one unit's weights to the next's
   * @param units how many
   * @param d deltas in the layout of gates, from {@code dOffset}
   * @param rows how many
   * @param y receives rows from {@code yOffset}
   */
  void below(
      float[] w,
      int first,
      int unitStride,
      int units,
      float[] d,
      int dOffset,
      int rows,
      float[] y,
      int yOffset);

  /**
   * Moves {@code units} cells on by one step as serving does, and keeps what back-propagation
   * needs.
   *
   * @param z their sums, destroyed; {@code e} working memory of the same length
   * @param c cells from {@code cOffset}, replaced
   * @param h receives hidden values from {@code hOffset}
   * @param a receives activations tanh, forget, output, input in the layout of gates from {@code
   *     aOffset}
   * @param tanhC receives tanh of the cells from {@code cOffset}
   */
  void step(
      int units,
      float[] z,
      float[] e,
      float[] c,
      int cOffset,
      float[] h,
      int hOffset,
      float[] a,
      int aOffset,
      float[] tanhC);

  /**
   * Takes the loss's gradient through the gates of {@code units} cells:
   *
   * <pre>
   * δo = (dh tanh c) (o (1 − o))        dc += (dh o) (1 − tanh² c)
   * δf = (dc c⁻) (f (1 − f))            δi = (dc a) (i (1 − i))
   * δa = (dc i) (1 − a²)                dc⁻ = dc f
   * </pre>
   *
   * @param a activations from {@code aOffset}, replaced by deltas
   * @param tanhC from {@code cOffset}
   * @param before cells of the step before, from {@code beforeOffset}
   * @param above gradient of the hidden values from the layer above
   * @param later the same from the step after, from {@code laterOffset}
   * @param dc gradient of the cells from the step after, replaced by that for the step before
   */
  void deltas(
      int units,
      float[] a,
      int aOffset,
      float[] tanhC,
      int cOffset,
      float[] before,
      int beforeOffset,
      float[] above,
      float[] later,
      int laterOffset,
      float[] dc);
}
