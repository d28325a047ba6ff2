package com.aicashevolution.signal;

/**
 * What a trader is advised to do.
 *
 * <p>{@code HOLD} has no strengths, doing nothing cannot be done more strongly; {@code AVOID} says
 * that the network leans to a trade but too little to act on.
 */
public enum Recommendation {
  STRONG_SELL,
  SELL,
  WEAK_SELL,
  HOLD,
  AVOID,
  WEAK_BUY,
  BUY,
  STRONG_BUY
}
