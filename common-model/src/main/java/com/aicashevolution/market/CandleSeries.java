package com.aicashevolution.market;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Complete candles of one symbol and timeframe in ascending time, held in columns. Immutable; views
 * made by {@link #upTo(int)} and {@link #slice(int, int)} share the columns.
 *
 * <p>A predictor is handed {@code series.upTo(t)}: what it must not see, it cannot reach.
 */
public final class CandleSeries {

  private final Symbol symbol;
  private final Timeframe timeframe;
  private final long[] openTimes;
  private final double[][] columns;
  private final int from;
  private final int size;

  private CandleSeries(
      Symbol symbol,
      Timeframe timeframe,
      long[] openTimes,
      double[][] columns,
      int from,
      int size) {
    this.symbol = symbol;
    this.timeframe = timeframe;
    this.openTimes = openTimes;
    this.columns = columns;
    this.from = from;
    this.size = size;
  }

  /**
   * Builds a series from complete candles.
   *
   * @throws IllegalArgumentException if a candle is incomplete, off the timeframe's grid, or not
   *     later than the one before it; the message names its index and time
   */
  public static CandleSeries of(Symbol symbol, Timeframe timeframe, List<Candle> candles) {
    int n = candles.size();
    long[] openTimes = new long[n];
    double[][] columns = new double[6][n];
    for (int i = 0; i < n; i++) {
      Candle candle = candles.get(i);
      openTimes[i] = candle.openTime().getEpochSecond();
      requireLegal(candle, i, timeframe, i == 0 ? Long.MIN_VALUE : openTimes[i - 1]);
      columns[0][i] = candle.open();
      columns[1][i] = candle.high();
      columns[2][i] = candle.low();
      columns[3][i] = candle.close();
      columns[4][i] = candle.volume();
      columns[5][i] = candle.spread();
    }
    return new CandleSeries(symbol, timeframe, openTimes, columns, 0, n);
  }

  private static void requireLegal(Candle candle, int i, Timeframe timeframe, long previous) {
    if (!candle.complete()) {
      throw new IllegalArgumentException(
          "candle " + i + " at " + candle.openTime() + " is not complete");
    }
    if (!timeframe.openOf(candle.openTime()).equals(candle.openTime())) {
      throw new IllegalArgumentException(
          "candle " + i + " at " + candle.openTime() + " is off the " + timeframe + " grid");
    }
    if (candle.openTime().getEpochSecond() <= previous) {
      throw new IllegalArgumentException(
          "candle " + i + " at " + candle.openTime() + " is not later than the one before it");
    }
  }

  public Symbol symbol() {
    return symbol;
  }

  public Timeframe timeframe() {
    return timeframe;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public Instant openTime(int i) {
    return Instant.ofEpochSecond(openEpochSecond(i));
  }

  public long openEpochSecond(int i) {
    return openTimes[from + Objects.checkIndex(i, size)];
  }

  /** Exclusive end of bar {@code i}: the first instant at which it may be computed with. */
  public Instant closeTime(int i) {
    return timeframe.closeOf(openTime(i));
  }

  public double open(int i) {
    return at(0, i);
  }

  public double high(int i) {
    return at(1, i);
  }

  public double low(int i) {
    return at(2, i);
  }

  public double close(int i) {
    return at(3, i);
  }

  public double volume(int i) {
    return at(4, i);
  }

  /** Ask minus bid at bar {@code i}, price units. */
  public double spread(int i) {
    return at(5, i);
  }

  private double at(int column, int i) {
    return columns[column][from + Objects.checkIndex(i, size)];
  }

  public Candle candle(int i) {
    return new Candle(openTime(i), open(i), high(i), low(i), close(i), volume(i), spread(i), true);
  }

  /**
   * The first {@code endExclusive} bars: the past as it was known when bar endExclusive − 1 closed.
   */
  public CandleSeries upTo(int endExclusive) {
    return slice(0, endExclusive);
  }

  /** Bars {@code [fromInclusive, toExclusive)} as a view. */
  public CandleSeries slice(int fromInclusive, int toExclusive) {
    Objects.checkFromToIndex(fromInclusive, toExclusive, size);
    return new CandleSeries(
        symbol, timeframe, openTimes, columns, from + fromInclusive, toExclusive - fromInclusive);
  }

  /** The newest {@code n} bars, or all where there are fewer. */
  public CandleSeries last(int n) {
    return slice(Math.max(0, size - n), size);
  }

  /**
   * Index of the bar that opens at {@code openTime}; where none does, {@code -(insertion point) -
   * 1} as in {@link Arrays#binarySearch(long[], long)}.
   */
  public int indexOf(Instant openTime) {
    int found = Arrays.binarySearch(openTimes, from, from + size, openTime.getEpochSecond());
    return found >= 0 ? found - from : found + from;
  }

  /** Copies one price column of bars {@code [start, start + length)} into {@code target} at 0. */
  public void copyTo(PriceField field, int start, double[] target, int length) {
    Objects.checkFromIndexSize(start, length, size);
    System.arraycopy(columns[field.ordinal()], from + start, target, 0, length);
  }

  @Override
  public String toString() {
    return symbol + " " + timeframe + " " + size + " bars";
  }
}
