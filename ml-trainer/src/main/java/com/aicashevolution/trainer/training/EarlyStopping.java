package com.aicashevolution.trainer.training;

/** Remembers the best epoch and says when to give up. Not thread-safe: one per fit. */
public final class EarlyStopping {

  private final int patienceEpochs;
  private int bestEpoch;
  private int epochs;
  private double bestLoss = Double.NaN;

  public EarlyStopping(int patienceEpochs) {
    this.patienceEpochs = patienceEpochs;
  }

  /**
   * Takes note of the next epoch's validation loss.
   *
   * @return whether it is the best so far
   */
  public boolean improves(double loss) {
    epochs++;
    if (bestEpoch == 0 || loss < bestLoss) {
      bestEpoch = epochs;
      bestLoss = loss;
      return true;
    }
    return false;
  }

  public boolean exhausted() {
    return epochs > 0 && epochs - bestEpoch >= patienceEpochs;
  }

  /** Counted from 1; 0 before the first epoch. */
  public int bestEpoch() {
    return bestEpoch;
  }

  public int epochs() {
    return epochs;
  }

  /** NaN before the first epoch. */
  public double bestLoss() {
    return bestLoss;
  }
}
