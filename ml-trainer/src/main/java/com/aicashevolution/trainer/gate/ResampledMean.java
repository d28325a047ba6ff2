package com.aicashevolution.trainer.gate;

import com.aicashevolution.evaluation.Interval;
import com.aicashevolution.evaluation.Skill;

/**
 * A mean and what it came out as in the resamples of a bootstrap. The array is read, never written.
 *
 * @param mean of the observations themselves
 * @param sorted means of the resamples, ascending
 * @param blockBars instants per block
 * @param blocks blocks the observations hold
 */
public record ResampledMean(double mean, double[] sorted, int blockBars, int blocks) {

  /** One-sided bounds: the percentiles of the resampled means. */
  public Interval interval(double confidence) {
    int last = sorted.length - 1;
    int below = (int) Math.floor((1 - confidence) * sorted.length);
    return new Interval(mean, sorted[below], sorted[last - below], confidence);
  }

  Skill skill(double confidence) {
    return new Skill(mean, interval(confidence).lower(), confidence, blockBars, blocks);
  }

  /**
   * Bounds of this mean minus that of other, independent observations: {@code d ± √(a² + b²)} with
   * the distances a and b of the two bounds that pull the same way.
   */
  Interval minus(ResampledMean other, double confidence) {
    Interval mine = interval(confidence);
    Interval its = other.interval(confidence);
    double difference = mean - other.mean;
    double down = Math.hypot(mean - mine.lower(), its.upper() - other.mean);
    double up = Math.hypot(mine.upper() - mean, other.mean - its.lower());
    return new Interval(difference, difference - down, difference + up, confidence);
  }
}
