package com.aicashevolution.trade;

/**
 * How many trades may be open or ordered at once.
 *
 * @param perSymbol in one symbol, either side
 * @param perCurrency in symbols that hold one currency, as base or as quote
 * @param total in all
 */
public record PositionLimits(int perSymbol, int perCurrency, int total) {

  /** As good as none. */
  public static final PositionLimits NONE =
      new PositionLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  public PositionLimits {
    require("perSymbol", perSymbol);
    require("perCurrency", perCurrency);
    require("total", total);
  }

  private static void require(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be >= 1, was " + value);
    }
  }
}
