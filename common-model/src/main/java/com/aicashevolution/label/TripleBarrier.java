package com.aicashevolution.label;

import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.signal.Direction;
import java.util.Objects;

/**
 * Resolves the triple barrier (López de Prado 2018, Advances in Financial Machine Learning, chapter
 * 3) at a bar: which of two prices is touched first within a horizon.
 *
 * <pre>
 *                      ┌──────────────────────── upper = entry + k·ATR + spread → BUY
 *   signal bar │ entry = open of the next bar ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈ horizon → HOLD
 *                      └──────────────────────── lower = entry − k·ATR − spread → SELL
 * </pre>
 *
 * <p>Prices are mid prices; {@code spread} is that of the entry bar and a trade of either side pays
 * it once: half at the entry, half at the exit. So the winner at a barrier earns exactly k ATR, and
 * the loser loses k ATR and two spreads.
 *
 * <p>Where one bar touches both barriers the order is unknown: the label is HOLD, and both trades
 * are taken to have been stopped. A bar that opens beyond a barrier touched that one first; a stop
 * is then filled at the open, a target no better than at the barrier.
 *
 * <p>A bar is unresolved until its whole horizon has passed, also where a barrier was touched
 * earlier: otherwise the newest bars would have only winners. Immutable, thread-safe.
 */
public final class TripleBarrier {

  private final LabelSpec spec;

  public TripleBarrier(LabelSpec spec) {
    this.spec = spec;
  }

  /**
   * Resolves the label of {@code bar}.
   *
   * @param atr average true range at {@code bar} in price units, known when that bar closed
   * @throws IllegalArgumentException if {@code atr} is not a finite number > 0
   * @throws IndexOutOfBoundsException if the series has no such bar
   */
  public LabelResult label(CandleSeries series, int bar, double atr) {
    Objects.checkIndex(bar, series.size());
    if (!(atr > 0 && atr < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("atr must be a finite number > 0, was " + atr);
    }
    int lastBar = bar + spec.horizonBars();
    if (lastBar >= series.size()) {
      return new LabelResult.Unresolved(lastBar - series.size() + 1);
    }
    return new LabelResult.Resolved(resolve(series, bar + 1, lastBar, atr));
  }

  private Label resolve(CandleSeries series, int entryBar, int lastBar, double atr) {
    double entry = series.open(entryBar);
    double spread = series.spread(entryBar);
    double upper = entry + spec.barrierAtr() * atr + spread;
    double lower = entry - spec.barrierAtr() * atr - spread;
    Trades trades = new Trades(entry, spread, atr);
    for (int i = entryBar; i <= lastBar; i++) {
      double open = series.open(i);
      if (open >= upper) {
        return trades.exit(Direction.BUY, i, upper, open);
      }
      if (open <= lower) {
        return trades.exit(Direction.SELL, i, open, lower);
      }
      boolean touchesUpper = series.high(i) >= upper;
      boolean touchesLower = series.low(i) <= lower;
      if (touchesUpper && touchesLower) {
        return trades.exit(Direction.HOLD, i, lower, upper);
      }
      if (touchesUpper) {
        return trades.exit(Direction.BUY, i, upper, upper);
      }
      if (touchesLower) {
        return trades.exit(Direction.SELL, i, lower, lower);
      }
    }
    double close = series.close(lastBar);
    return trades.exit(Direction.HOLD, lastBar, close, close);
  }

  /** A long and a short trade entered at the same moment. */
  private record Trades(double entry, double spread, double atr) {

    Label exit(Direction direction, int bar, double longExit, double shortExit) {
      return new Label(
          direction, bar, (longExit - entry - spread) / atr, (entry - shortExit - spread) / atr);
    }
  }
}
