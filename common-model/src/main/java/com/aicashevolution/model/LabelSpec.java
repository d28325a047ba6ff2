package com.aicashevolution.model;

/**
 * The question a model was taught to answer.
 *
 * @param horizonBars bars until the vertical barrier
 * @param barrierAtr distance of the horizontal barriers from the entry, in ATR of the signal bar
 */
public record LabelSpec(int horizonBars, double barrierAtr) {

  public LabelSpec {
    if (horizonBars < 1) {
      throw new IllegalArgumentException("horizonBars must be >= 1, was " + horizonBars);
    }
    if (!(barrierAtr > 0 && barrierAtr < 100)) {
      throw new IllegalArgumentException("barrierAtr must be in (0, 100), was " + barrierAtr);
    }
  }
}
