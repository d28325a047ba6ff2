package com.aicashevolution.trade;

/**
 * What a trade pays.
 *
 * <p>Candles are of mid prices: a buyer pays half a spread more, a seller gets half a spread less.
 * Slippage is paid by every fill at the market, which are the entry, a stop and the horizon; a
 * target waits in the book and is filled at its price. Costs never move a stop or a target, so more
 * of them never makes a trade better.
 *
 * @param spread which bar's spread a fill pays
 * @param spreadFactor on the spreads the candles carry, &ge; 0; 1 believes them
 * @param slippageAtr a market fill is so much worse, in ATR of the signal bar, &ge; 0
 */
public record Costs(SpreadCharge spread, double spreadFactor, double slippageAtr) {

  /** What labels charge. */
  public static final Costs OF_LABELS = new Costs(SpreadCharge.ENTRY_BAR, 1, 0);

  public Costs {
    if (!(spreadFactor >= 0 && spreadFactor <= 100)) {
      throw new IllegalArgumentException("spreadFactor must be in [0, 100], was " + spreadFactor);
    }
    if (!(slippageAtr >= 0 && slippageAtr <= 10)) {
      throw new IllegalArgumentException("slippageAtr must be in [0, 10], was " + slippageAtr);
    }
  }

  /** Which bar's spread a fill pays. */
  public enum SpreadCharge {
    /** Entry and exit pay half the entry bar's each: what labels assume. */
    ENTRY_BAR,
    /** Each pays half of its own bar's: what an account shows. */
    EACH_FILL
  }

  /** Spread of a whole trade, price units. */
  double spreadOf(double entrySpread, double exitSpread) {
    return spreadFactor
        * switch (spread) {
          case ENTRY_BAR -> entrySpread;
          case EACH_FILL -> entrySpread / 2 + exitSpread / 2;
        };
  }

  /** Slippage of a whole trade, ATR. */
  double slippageOf(ExitReason reason) {
    return switch (reason) {
      case TARGET -> slippageAtr;
      case STOP, HORIZON -> 2 * slippageAtr;
    };
  }
}
