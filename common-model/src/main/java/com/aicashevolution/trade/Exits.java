package com.aicashevolution.trade;

import com.aicashevolution.model.LabelSpec;

/**
 * Where a trade ends.
 *
 * @param horizonBars bars a trade lives at most, its entry bar included; then it is closed at the
 *     close
 * @param stopAtr distance of the stop from the entry, in ATR of the signal bar
 * @param targetAtr distance of the target from the entry, in ATR of the signal bar
 */
public record Exits(int horizonBars, double stopAtr, double targetAtr) {

  public Exits {
    if (horizonBars < 1 || horizonBars > 10_000) {
      throw new IllegalArgumentException("horizonBars must be in [1, 10000], was " + horizonBars);
    }
    requireDistance("stopAtr", stopAtr);
    requireDistance("targetAtr", targetAtr);
  }

  private static void requireDistance(String name, double value) {
    if (!(value > 0 && value <= 100)) {
      throw new IllegalArgumentException(name + " must be in (0, 100], was " + value);
    }
  }

  /** The exits the labels of {@code label} are made with. */
  public static Exits of(LabelSpec label) {
    return new Exits(label.horizonBars(), label.barrierAtr(), label.barrierAtr());
  }
}
