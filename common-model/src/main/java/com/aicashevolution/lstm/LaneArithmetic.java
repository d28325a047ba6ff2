package com.aicashevolution.lstm;

/**
 * The arithmetic of {@link VectorForward}, one unit per lane. An interface so that one process can
 * have it in several vector widths; in production there is one implementation, which is loaded only
 * where {@code jdk.incubator.vector} is.
 */
interface LaneArithmetic {

  /** Units computed at once. */
  int lanes();

  /**
   * Sums of a tile's gates for several rows: {@code z = bias + x · W + h · R}, inputs ascending,
   * then hidden values ascending, fused.
   *
   * @param rows how many
   * @param x inputs of the first row from {@code xOffset}, each further row {@code xStride} on
   * @param past how many hidden values to take: the layer's units, or 0 at the first step
   * @param h hidden values before this step from 0, each further row {@code hStride} on
   * @param z receives {@code [rows, gate, lane]} from {@code zOffset}
   */
  void sums(
      PackedLayer layer,
      int tile,
      int rows,
      float[] x,
      int xOffset,
      int xStride,
      int past,
      float[] h,
      int hStride,
      float[] z,
      int zOffset);

  /**
   * Continues the sums of one row in all tiles: {@code out = z + h · R}.
   *
   * @param h hidden values before this step, from {@code hOffset}
   * @param z sums of the inputs {@code [gate, lane]} of the first tile from {@code zOffset}, each
   *     further tile {@code zStride} on
   * @param out receives {@code [tile, gate, lane]}
   */
  void addRecurrent(
      PackedLayer layer, float[] h, int hOffset, float[] z, int zOffset, int zStride, float[] out);

  /**
   * Moves cells on by one step: {@link ScalarGates} over lanes.
   *
   * @param count how many vectors of cells
   * @param z their sums {@code [count, gate, lane]}
   * @param c cells, replaced: one vector from {@code offset}, each further {@code stride} on
   * @param h receives hidden values, from {@code hOffset}, placed like the cells
   */
  void gates(int count, float[] z, float[] c, int offset, int stride, float[] h, int hOffset);
}
