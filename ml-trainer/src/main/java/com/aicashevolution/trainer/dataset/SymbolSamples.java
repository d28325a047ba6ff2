package com.aicashevolution.trainer.dataset;

import com.aicashevolution.feature.FeatureMatrix;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.signal.Direction;
import java.util.Arrays;

/**
 * The labelled bars of one symbol, in columns of equal length and ascending time. Immutable by
 * convention: the columns are shared, never written.
 *
 * @param matrix feature rows of the whole series
 * @param horizonBars bars after which a label is settled
 * @param bars index in the series of each sample's newest bar
 * @param exitBars index in the series of the bar in which its label was settled
 * @param classes ordinal of the label's {@link Direction}
 * @param buyResultsAtr result of a long trade net of spread, ATR
 * @param sellResultsAtr result of a short trade net of spread, ATR
 * @param excludedForGaps bars left out because their window spans an abnormal gap
 */
public record SymbolSamples(
    FeatureMatrix matrix,
    int horizonBars,
    int[] bars,
    int[] exitBars,
    byte[] classes,
    float[] buyResultsAtr,
    float[] sellResultsAtr,
    int excludedForGaps) {

  public SymbolSamples {
    if (exitBars.length != bars.length
        || classes.length != bars.length
        || buyResultsAtr.length != bars.length
        || sellResultsAtr.length != bars.length) {
      throw new IllegalArgumentException("columns must have " + bars.length + " values each");
    }
  }

  public CandleSeries series() {
    return matrix.series();
  }

  public Symbol symbol() {
    return series().symbol();
  }

  public int size() {
    return bars.length;
  }

  public long openEpochSecond(int position) {
    return series().openEpochSecond(bars[position]);
  }

  /** Close of the last bar the label of {@code position} may depend on, epoch seconds. */
  public long settledEpochSecond(int position) {
    return series().openEpochSecond(bars[position] + horizonBars) + series().timeframe().seconds();
  }

  /** Bar in which the trade of {@code position} would be entered: the next. */
  public int entryBar(int position) {
    return bars[position] + 1;
  }

  /** The first {@code count} samples. */
  public SymbolSamples first(int count) {
    return new SymbolSamples(
        matrix,
        horizonBars,
        Arrays.copyOf(bars, count),
        Arrays.copyOf(exitBars, count),
        Arrays.copyOf(classes, count),
        Arrays.copyOf(buyResultsAtr, count),
        Arrays.copyOf(sellResultsAtr, count),
        excludedForGaps);
  }

  /** The same samples with other feature rows of the same series. */
  public SymbolSamples withMatrix(FeatureMatrix other) {
    return new SymbolSamples(
        other,
        horizonBars,
        bars,
        exitBars,
        classes,
        buyResultsAtr,
        sellResultsAtr,
        excludedForGaps);
  }

  public Direction label(int position) {
    return Direction.ofIndex(classes[position]);
  }

  /** How many samples have the label {@code direction}. */
  public int count(Direction direction) {
    int count = 0;
    for (byte label : classes) {
      if (label == direction.ordinal()) {
        count++;
      }
    }
    return count;
  }
}
