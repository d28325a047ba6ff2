package com.aicashevolution.lstm;

/**
 * The products of {@link VectorForward}, one unit per lane. An interface so that one process can
 * have it in several vector widths; in production there is one implementation, which is loaded only
 * where {@code jdk.incubator.vector} is.
 *
 * <p>Sums lie as {@code [.., gate, lane]}, weights as in {@link PackedLayer}.
 */
interface LaneSums {

  /** Units computed at once. */
  int lanes();

  /**
   * Goes on with the gates' sums of one tile for several rows: {@code z = start + Σᵢ xᵢ · wᵢ},
   * ascending, fused.
   *
   * @param w weights, the first row of the tile to use at {@code row}
   * @param count how many weight rows and how many {@code x} of a row
   * @param rows how many rows
   * @param x from {@code xOffset}, each further row {@code xStride} on
   * @param start where the sums stand, from {@code startOffset}, each further row {@code
   *     startStride} on; 0 for a bias that all rows share
   * @param z receives {@code [rows, gate, lane]} from {@code zOffset}; may be {@code start}
   */
  void add(
      float[] w,
      int row,
      int count,
      int rows,
      float[] x,
      int xOffset,
      int xStride,
      float[] start,
      int startOffset,
      int startStride,
      float[] z,
      int zOffset);

  /**
   * The same for one row and two tiles, which hides the latency of the additions.
   *
   * @param firstRow first weight row of the first tile, {@code secondRow} of the second
   * @param start sums of the first tile from {@code startOffset}, of the second {@code startStride}
   *     on
   * @param z receives {@code [2, gate, lane]} from {@code zOffset}
   */
  void addPair(
      float[] w,
      int firstRow,
      int secondRow,
      int count,
      float[] x,
      int xOffset,
      float[] start,
      int startOffset,
      int startStride,
      float[] z,
      int zOffset);
}
