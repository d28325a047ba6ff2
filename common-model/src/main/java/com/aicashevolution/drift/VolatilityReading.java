package com.aicashevolution.drift;

/**
 * Evidence that moves have become larger than the bars before them foretold.
 *
 * @param evidence largest value of the cumulative sum over the bars read, in standard deviations of
 *     one bar
 * @param limit above which it is an alarm
 */
public record VolatilityReading(double evidence, double limit) {

  public boolean rose() {
    return evidence > limit;
  }
}
