package com.aicashevolution.market.simulated;

/**
 * Mean of a dependent sequence with its standard error from the means of blocks of consecutive
 * values, which are nearly independent where a block is much longer than the dependence.
 */
final class BlockMean {

  private final int blockLength;
  private double sum;
  private long count;
  private double blockSum;
  private int inBlock;
  private double sumOfMeans;
  private double sumOfSquares;
  private long blocks;

  BlockMean(int blockLength) {
    this.blockLength = blockLength;
  }

  void add(double value) {
    sum += value;
    count++;
    blockSum += value;
    if (++inBlock == blockLength) {
      double mean = blockSum / blockLength;
      sumOfMeans += mean;
      sumOfSquares += mean * mean;
      blocks++;
      blockSum = 0;
      inBlock = 0;
    }
  }

  double mean() {
    return sum / count;
  }

  long count() {
    return count;
  }

  double standardError() {
    if (blocks < 2) {
      throw new IllegalStateException(
          "a standard error needs at least 2 blocks of " + blockLength + ", there were " + blocks);
    }
    double mean = sumOfMeans / blocks;
    double variance = (sumOfSquares - blocks * mean * mean) / (blocks - 1);
    return Math.sqrt(Math.max(0, variance) / blocks);
  }
}
