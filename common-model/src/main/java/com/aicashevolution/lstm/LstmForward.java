package com.aicashevolution.lstm;

/**
 * Forward pass of a published network: standardized windows in, logits out; the same bits on every
 * machine and for every batch size. Immutable and thread-safe; each thread brings its own {@link
 * Scratch}.
 */
public final class LstmForward {

  private LstmForward() {}

  /** Packs the weights once for serving. */
  public static LstmForward of(LstmParameters parameters) {
    throw new UnsupportedOperationException("contract only");
  }

  /** Working memory for up to {@code maxBatch} windows at once; one per thread. */
  public Scratch newScratch(int maxBatch) {
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * Computes the logits, the sums before softmax, of {@code count} windows.
   *
   * @param windows standardized, row-major {@code [count, 20, 17]}, from {@code offset}
   * @param logits receives {@code [count, 3]} in class order SELL, HOLD, BUY
   */
  public void logits(float[] windows, int offset, int count, float[] logits, Scratch scratch) {
    throw new UnsupportedOperationException("contract only");
  }

  /** Arrays one thread computes in. */
  public static final class Scratch {}
}
