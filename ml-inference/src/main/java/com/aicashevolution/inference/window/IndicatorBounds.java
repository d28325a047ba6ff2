package com.aicashevolution.inference.window;

import com.aicashevolution.indicator.IndicatorName;
import java.util.Optional;

/** The values an indicator can have, whatever the market; a posted one outside is a mistake. */
public final class IndicatorBounds {

  private IndicatorBounds() {}

  /** What is wrong with {@code value}, with the bound and the number; empty where nothing is. */
  public static Optional<String> problemWith(IndicatorName name, double value) {
    if (!Double.isFinite(value)) {
      return Optional.of("must be a finite number, was " + value);
    }
    return switch (name) {
      case ADX, RSI, STOCH_K, STOCH_D ->
          check(value >= 0 && value <= 100, "must be in [0, 100]", value);
      case EMA_12, EMA_21, EMA_50, VWAP, BOLLINGER_UPPER ->
          check(value > 0, "must be a price > 0", value);
      case ATR, VOLUME_MA, VOLATILITY -> check(value >= 0, "must be >= 0", value);
      // a wide lower band may lie below zero, the others have either sign
      case BOLLINGER_LOWER, MACD_LINE, MACD_SIGNAL, PRICE_CHANGE_PCT, CCI -> Optional.empty();
    };
  }

  private static Optional<String> check(boolean legal, String rule, double value) {
    return legal ? Optional.empty() : Optional.of(rule + ", was " + value);
  }
}
