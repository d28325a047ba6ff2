package com.aicashevolution.signal;

/**
 * Calibrated probabilities of the three directions.
 *
 * @param sell in [0, 1]
 * @param hold in [0, 1]
 * @param buy in [0, 1]; the three sum to 1 within 1e-5
 */
public record Probabilities(float sell, float hold, float buy) {

  public Probabilities {
    float sum = sell + hold + buy;
    if (!(sell >= 0 && hold >= 0 && buy >= 0 && Math.abs(sum - 1) <= 1e-5f)) {
      throw new IllegalArgumentException(
          "probabilities must be >= 0 and sum to 1, were " + sell + ", " + hold + ", " + buy);
    }
  }

  /** From a vector in class order SELL, HOLD, BUY. */
  public static Probabilities of(float[] classes) {
    return new Probabilities(classes[0], classes[1], classes[2]);
  }

  public float of(Direction direction) {
    return switch (direction) {
      case SELL -> sell;
      case HOLD -> hold;
      case BUY -> buy;
    };
  }

  /** The most probable direction; of equal ones HOLD first, then SELL: when in doubt, do less. */
  public Direction mostProbable() {
    Direction best = Direction.HOLD;
    for (Direction candidate : new Direction[] {Direction.SELL, Direction.BUY}) {
      if (of(candidate) > of(best)) {
        best = candidate;
      }
    }
    return best;
  }
}
