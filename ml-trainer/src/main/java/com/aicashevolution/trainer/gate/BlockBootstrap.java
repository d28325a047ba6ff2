package com.aicashevolution.trainer.gate;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Circular moving-block bootstrap of a mean of dependent observations (Politis, Romano, 1992), here
 * an answer being right, or the paired difference of two answers being right.
 *
 * <p>Observations of one instant stay together, because symbols move together; blocks span {@code
 * blockBars} instants, because labels of neighbouring bars overlap. The percentile of the resampled
 * means is the bound. Deterministic: the seed is part of the question.
 */
public final class BlockBootstrap {

  private static final int RESAMPLES = 2_000;
  private static final long SEED = 20_261_101L;

  private BlockBootstrap() {}

  /**
   * Resamples the mean of {@code values}.
   *
   * @param instants of each observation, ascending; equal ones form a cluster
   * @param values one per observation
   * @param blockBars distinct instants per block, &ge; 1
   * @throws IllegalArgumentException if there is no observation
   */
  public static ResampledMean of(long[] instants, double[] values, int blockBars) {
    if (values.length == 0 || instants.length != values.length) {
      throw new IllegalArgumentException(
          "there must be as many instants as values and at least one, were "
              + instants.length
              + " and "
              + values.length);
    }
    Clusters clusters = Clusters.of(instants, values);
    int n = clusters.size();
    int block = Math.min(blockBars, n);
    int blocks = Math.ceilDiv(n, block);
    SplittableRandom random = new SplittableRandom(SEED);
    double[] means = new double[RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      double sum = 0;
      double count = 0;
      for (int b = 0; b < blocks; b++) {
        int start = random.nextInt(n);
        sum += clusters.sum(start, block);
        count += clusters.count(start, block);
      }
      means[r] = sum / count;
    }
    Arrays.sort(means);
    return new ResampledMean(clusters.mean(), means, block, blocks);
  }

  /**
   * Running sums over the clusters, twice around, so that a block may wrap.
   *
   * @param sums {@code sums[i]} over the first i clusters
   * @param counts likewise
   */
  private record Clusters(double[] sums, double[] counts) {

    static Clusters of(long[] instants, double[] values) {
      int n = 1;
      for (int i = 1; i < instants.length; i++) {
        n += instants[i] == instants[i - 1] ? 0 : 1;
      }
      double[] sum = new double[n];
      double[] count = new double[n];
      int cluster = 0;
      for (int i = 0; i < instants.length; i++) {
        cluster += i > 0 && instants[i] != instants[i - 1] ? 1 : 0;
        sum[cluster] += values[i];
        count[cluster]++;
      }
      return new Clusters(runningTwice(sum), runningTwice(count));
    }

    private static double[] runningTwice(double[] values) {
      double[] running = new double[2 * values.length + 1];
      for (int i = 0; i < 2 * values.length; i++) {
        running[i + 1] = running[i] + values[i % values.length];
      }
      return running;
    }

    int size() {
      return (sums.length - 1) / 2;
    }

    double sum(int start, int length) {
      return sums[start + length] - sums[start];
    }

    double count(int start, int length) {
      return counts[start + length] - counts[start];
    }

    double mean() {
      return sums[size()] / counts[size()];
    }
  }
}
