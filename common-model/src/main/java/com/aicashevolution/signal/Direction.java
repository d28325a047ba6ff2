package com.aicashevolution.signal;

/** What to do at the next bar; ordinals are the class indices of every probability vector. */
public enum Direction {
  SELL,
  HOLD,
  BUY;

  /** How many classes there are. */
  public static final int COUNT = 3;

  private static final Direction[] VALUES = values();

  /** The direction with class index {@code index}. */
  public static Direction ofIndex(int index) {
    return VALUES[index];
  }
}
