package com.aicashevolution.lstm;

/** The gradients of a layer's weights, in the layouts of {@link LaneTraining}. */
interface LaneStripes {

  /**
   * Goes on with the gradients of one unit's weights over all steps: sample {@code s} belongs to
   * stripe {@code s mod STRIPES}; a stripe takes steps ascending, samples ascending within a step,
   * fused.
   *
   * @param rows how many
   * @param x rows of the first step from {@code xOffset}, each further step {@code xStep} on
   * @param d deltas of the unit at the first step from {@code dOffset}, each further step {@code
   *     dStep} on
   * @param stripes of the unit's first row from {@code stripesOffset}
   */
  void gradients(
      int rows,
      int steps,
      float[] x,
      int xOffset,
      int xStep,
      float[] d,
      int dOffset,
      int dStep,
      float[] stripes,
      int stripesOffset);
}
