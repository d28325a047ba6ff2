package com.aicashevolution.label;

import com.aicashevolution.signal.Direction;

/**
 * The right answer at a bar, and what a trade of either side would have brought.
 *
 * @param direction BUY where the upper barrier was touched first, SELL where the lower, else HOLD
 * @param exitBar index of the bar in which the question was settled; what is known about a bar
 *     before it must not be trained on together with what is tested after it
 * @param buyResultAtr result of a long trade net of spread, in ATR of the signal bar
 * @param sellResultAtr result of a short trade net of spread, in ATR of the signal bar
 */
public record Label(Direction direction, int exitBar, double buyResultAtr, double sellResultAtr) {

  public Label {
    if (exitBar < 1) {
      throw new IllegalArgumentException("exitBar must be >= 1, was " + exitBar);
    }
    if (!Double.isFinite(buyResultAtr) || !Double.isFinite(sellResultAtr)) {
      throw new IllegalArgumentException(
          "results must be finite, were " + buyResultAtr + " and " + sellResultAtr);
    }
  }

  /** What following {@code signal} would have brought, in ATR; nothing for HOLD. */
  public double resultAtr(Direction signal) {
    return switch (signal) {
      case SELL -> sellResultAtr;
      case HOLD -> 0;
      case BUY -> buyResultAtr;
    };
  }
}
