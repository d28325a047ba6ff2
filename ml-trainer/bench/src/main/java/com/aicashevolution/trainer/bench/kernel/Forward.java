package com.aicashevolution.trainer.bench.kernel;

/** Somebody who answers the same windows again and again; they lie ready in the form it prefers. */
public interface Forward extends AutoCloseable {

  /**
   * Computes all windows anew.
   *
   * @return row-major {@code [windows, 3]}, probabilities of SELL, HOLD, BUY; may be the same array
   *     each time
   */
  float[] answer();

  @Override
  void close();
}
