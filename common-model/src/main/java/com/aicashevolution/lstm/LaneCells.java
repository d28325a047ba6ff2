package com.aicashevolution.lstm;

/**
 * What back-propagation needs of the gates beyond {@link LaneGates}, over lanes; an interface for
 * the reason of {@link LaneSums}. {@code e} is as {@link LaneGates#step} leaves it.
 */
interface LaneCells {

  /** σ of the forget, output and input gates, from their sums and exponentials. */
  void sigmoids(int count, float[] z, float[] e, float[] a, int aOffset);

  /**
   * {@code y = tanh x} from the numerators that stand first in each row of {@code e}.
   *
   * @param x from {@code xOffset}, each further vector {@code xStride} on; {@code y} alike
   */
  void tanhs(
      int count,
      float[] e,
      float[] x,
      int xOffset,
      int xStride,
      float[] y,
      int yOffset,
      int yStride);

  /** {@link LaneTraining#deltas} for {@code count} vectors of cells. */
  void deltas(
      int count,
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
