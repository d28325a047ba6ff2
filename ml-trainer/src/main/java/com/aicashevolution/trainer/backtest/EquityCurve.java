package com.aicashevolution.trainer.backtest;

import java.time.Instant;
import java.util.Arrays;

/**
 * What an account was worth at the close of every instant, open trades at what they would bring
 * then. In percent of the starting capital, 0 at the start. Immutable by convention: the columns
 * are shared, never written.
 *
 * @param openSeconds open time of each instant's bars, epoch seconds, ascending
 * @param percent worth of the account
 * @param heldPercent worth of the same capital spread evenly over the symbols and held
 * @param openTrades open at the close
 */
public record EquityCurve(
    long[] openSeconds, double[] percent, double[] heldPercent, int[] openTrades) {

  /** No instant. */
  public static final EquityCurve EMPTY =
      new EquityCurve(new long[0], new double[0], new double[0], new int[0]);

  public EquityCurve {
    if (percent.length != openSeconds.length
        || heldPercent.length != openSeconds.length
        || openTrades.length != openSeconds.length) {
      throw new IllegalArgumentException(
          "columns must have " + openSeconds.length + " values each");
    }
  }

  public int size() {
    return openSeconds.length;
  }

  public Instant openTime(int i) {
    return Instant.ofEpochSecond(openSeconds[i]);
  }

  /** How far each instant is below the highest worth so far, the start included; &ge; 0. */
  public double[] drawdownPercent() {
    return drawdown(percent);
  }

  static double[] drawdown(double[] worth) {
    double peak = 0;
    double[] drawdown = new double[worth.length];
    for (int i = 0; i < worth.length; i++) {
      peak = Math.max(peak, worth[i]);
      drawdown[i] = peak - worth[i];
    }
    return drawdown;
  }

  /** Instants {@code [from, to)}, from 0 again. */
  EquityCurve slice(int from, int to) {
    double base = from == 0 ? 0 : percent[from - 1];
    double held = from == 0 ? 0 : heldPercent[from - 1];
    return new EquityCurve(
        Arrays.copyOfRange(openSeconds, from, to),
        less(Arrays.copyOfRange(percent, from, to), base),
        less(Arrays.copyOfRange(heldPercent, from, to), held),
        Arrays.copyOfRange(openTrades, from, to));
  }

  private static double[] less(double[] values, double base) {
    for (int i = 0; i < values.length; i++) {
      values[i] -= base;
    }
    return values;
  }
}
