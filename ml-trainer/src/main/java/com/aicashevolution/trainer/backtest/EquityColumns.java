package com.aicashevolution.trainer.backtest;

import java.util.Arrays;

/** An equity curve as it grows; for one thread. */
final class EquityColumns {

  private long[] openSeconds = new long[1024];
  private double[] percent = new double[1024];
  private double[] held = new double[1024];
  private int[] openTrades = new int[1024];
  private int size;

  void add(long openSecond, double worthPercent, double heldPercent, int open) {
    if (size == openSeconds.length) {
      openSeconds = Arrays.copyOf(openSeconds, 2 * size);
      percent = Arrays.copyOf(percent, 2 * size);
      held = Arrays.copyOf(held, 2 * size);
      openTrades = Arrays.copyOf(openTrades, 2 * size);
    }
    openSeconds[size] = openSecond;
    percent[size] = worthPercent;
    held[size] = heldPercent;
    openTrades[size] = open;
    size++;
  }

  EquityCurve curve() {
    return new EquityCurve(
        Arrays.copyOf(openSeconds, size),
        Arrays.copyOf(percent, size),
        Arrays.copyOf(held, size),
        Arrays.copyOf(openTrades, size));
  }
}
