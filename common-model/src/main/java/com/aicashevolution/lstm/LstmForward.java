package com.aicashevolution.lstm;

import com.aicashevolution.feature.FeatureSchema;

/**
 * Forward pass of a published network: standardized windows in, logits out; the same bits on every
 * machine and for every batch size. Immutable and thread-safe; each thread brings its own {@link
 * Scratch}. No call to {@link #logits} allocates.
 *
 * <p>The order of operations is {@link ForwardEngine}'s. Bits are promised for finite results; NaN
 * or infinity in a window comes out as NaN, never as a plausible number.
 */
public final class LstmForward {

  private final ForwardEngine engine;
  private final int timesteps;
  private final int inputs;

  private LstmForward(ForwardEngine engine, int timesteps, int inputs) {
    this.engine = engine;
    this.timesteps = timesteps;
    this.inputs = inputs;
  }

  /** Packs the weights once, for windows of {@link FeatureSchema#WINDOW_BARS} steps. */
  public static LstmForward of(LstmParameters parameters) {
    return of(parameters, FeatureSchema.WINDOW_BARS);
  }

  /** Packs the weights once, for windows of {@code timesteps} steps. */
  public static LstmForward of(LstmParameters parameters, int timesteps) {
    requireAtLeastOne("timesteps", timesteps);
    return of(KernelCapability.newEngine(parameters, timesteps), parameters, timesteps);
  }

  /** With a particular engine, so that engines can be compared. */
  static LstmForward of(ForwardEngine engine, LstmParameters parameters, int timesteps) {
    return new LstmForward(engine, timesteps, parameters.inputs());
  }

  /** Steps of a window. */
  public int timesteps() {
    return timesteps;
  }

  /** Features of a step. */
  public int inputs() {
    return inputs;
  }

  /** Floats of one window. */
  public int windowLength() {
    return timesteps * inputs;
  }

  /** Working memory for up to {@code maxBatch} windows at once; one per thread. */
  public Scratch newScratch(int maxBatch) {
    requireAtLeastOne("maxBatch", maxBatch);
    return engine.newScratch(maxBatch);
  }

  /**
   * Computes the logits, the sums before softmax, of {@code count} windows.
   *
   * @param windows standardized, row-major {@code [count, timesteps, inputs]}, from {@code offset}
   * @param logits receives {@code [count, 3]} in class order SELL, HOLD, BUY
   * @param scratch of this network, for at least {@code count} windows, used by no other thread
   * @throws IllegalArgumentException naming the numbers, if an array is too short or the scratch is
   *     another network's
   */
  public void logits(float[] windows, int offset, int count, float[] logits, Scratch scratch) {
    long needed = (long) count * windowLength();
    if (offset < 0 || count < 0 || windows.length - (long) offset < needed) {
      throw new IllegalArgumentException(
          "windows must hold "
              + count
              + " windows of "
              + timesteps
              + " x "
              + inputs
              + " from offset "
              + offset
              + ", has "
              + windows.length
              + " values");
    }
    if (logits.length < (long) count * LstmParameters.CLASSES) {
      throw new IllegalArgumentException(
          "logits must have room for "
              + count
              + " x "
              + LstmParameters.CLASSES
              + " values, has "
              + logits.length);
    }
    scratch.requireFor(engine, count);
    engine.logits(windows, offset, count, logits, scratch);
  }

  private static void requireAtLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be >= 1, was " + value);
    }
  }

  /** Arrays one thread computes in. */
  public abstract static sealed class Scratch
      permits ScalarForward.ScalarScratch, VectorForward.VectorScratch {

    private final ForwardEngine engine;
    private final int maxBatch;

    Scratch(ForwardEngine engine, int maxBatch) {
      this.engine = engine;
      this.maxBatch = maxBatch;
    }

    private void requireFor(ForwardEngine user, int count) {
      if (user != engine) {
        throw new IllegalArgumentException("this scratch belongs to another network");
      }
      if (count > maxBatch) {
        throw new IllegalArgumentException(
            "count must be <= " + maxBatch + ", the scratch's maxBatch, was " + count);
      }
    }
  }
}
