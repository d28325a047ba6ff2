package com.aicashevolution.lstm;

/**
 * One way of computing the forward pass. All of them give the same bits:
 *
 * <ol>
 *   <li>a gate's sum starts at its bias, takes the inputs in ascending order, then, from the second
 *       step on, the hidden values of the step before in ascending order, each by one fused
 *       multiply-add;
 *   <li>the gates follow {@link ScalarGates} operation by operation;
 *   <li>a dense layer's sum starts at its bias and takes its inputs in ascending order, fused.
 * </ol>
 *
 * <p>Nothing is ever summed across lanes, so the width of a vector cannot matter.
 */
sealed interface ForwardEngine permits ScalarForward, VectorForward {

  LstmForward.Scratch newScratch(int maxBatch);

  /** As {@link LstmForward#logits}, arguments already checked. */
  void logits(float[] windows, int offset, int count, float[] logits, LstmForward.Scratch scratch);
}
