package com.aicashevolution.trainer.backtest;

import com.aicashevolution.feature.FeatureMatrix;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.time.Instant;
import java.util.Arrays;

/**
 * The bars of one symbol that are played, with the look-back before them, and what a network
 * answered at each. Answers are written once, before the tape is played; for one thread.
 */
final class SymbolTape {

  private final FeatureMatrix matrix;
  private final int firstBar;
  private final float[] probabilities;

  /**
   * A tape without answers.
   *
   * @param from bars that open before it are look-back only
   */
  SymbolTape(FeatureMatrix matrix, Instant from) {
    this.matrix = matrix;
    this.firstBar = barFrom(matrix.series(), from);
    this.probabilities = new float[bars() * Direction.COUNT];
    Arrays.fill(probabilities, Float.NaN);
  }

  private static int barFrom(CandleSeries series, Instant time) {
    int found = series.indexOf(time);
    return found >= 0 ? found : -found - 1;
  }

  CandleSeries series() {
    return matrix.series();
  }

  Symbol symbol() {
    return series().symbol();
  }

  /** Bars that are played. */
  int bars() {
    return series().size() - firstBar;
  }

  /** Index in {@link #series()} of the first bar that is played. */
  int firstBar() {
    return firstBar;
  }

  /** Whether there is a bar to play at which a window ends. */
  boolean hasWindows() {
    return bars() > 0 && matrix.firstWindowBar() < series().size();
  }

  /** Lets a network answer at the bars that open in {@code [from, to)} and have a full window. */
  void answer(Answers network, Instant from, Instant to) {
    int fromBar = Math.max(Math.max(firstBar, matrix.firstWindowBar()), barFrom(series(), from));
    int toBar = barFrom(series(), to);
    if (fromBar < toBar) {
      float[] answers = network.of(matrix, fromBar, toBar);
      System.arraycopy(
          answers, 0, probabilities, (fromBar - firstBar) * Direction.COUNT, answers.length);
    }
  }

  /** Whether somebody answered at {@code bar}, and the market moves there at all. */
  boolean hasAnswer(int bar) {
    return !Float.isNaN(probabilities[offset(bar)]) && atr(bar) > 0;
  }

  Probabilities answer(int bar) {
    int at = offset(bar);
    return new Probabilities(probabilities[at], probabilities[at + 1], probabilities[at + 2]);
  }

  double atr(int bar) {
    return matrix.atrAt(bar);
  }

  private int offset(int bar) {
    return (bar - firstBar) * Direction.COUNT;
  }
}
