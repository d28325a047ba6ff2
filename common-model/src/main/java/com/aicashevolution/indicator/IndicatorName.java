package com.aicashevolution.indicator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The seventeen indicators, in the order every vector of them has, each with the values it can take
 * at all: what a client posts outside them is a mistake.
 */
public enum IndicatorName {
  ADX("adx_value", 0, 100),
  RSI("rsi_value", 0, 100),
  EMA_12("ema_12"),
  EMA_21("ema_21"),
  EMA_50("ema_50"),
  VWAP("vwap"),
  ATR("atr_value", 0, Double.MAX_VALUE),
  BOLLINGER_UPPER("bollinger_upper"),
  BOLLINGER_LOWER("bollinger_lower"),
  STOCH_K("stoch_k", 0, 100),
  STOCH_D("stoch_d", 0, 100),
  MACD_LINE("macd_line"),
  MACD_SIGNAL("macd_signal"),
  VOLUME_MA("volume_ma", 0, Double.MAX_VALUE),
  PRICE_CHANGE_PCT("price_change_pct"),
  VOLATILITY("volatility", 0, Double.MAX_VALUE),
  CCI("cci_value");

  /** How many there are. */
  public static final int COUNT = 17;

  private static final Map<String, IndicatorName> BY_WIRE_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(IndicatorName::wireName, Function.identity()));

  private final String wireName;
  private final double minimum;
  private final double maximum;

  IndicatorName(String wireName) {
    this(wireName, -Double.MAX_VALUE, Double.MAX_VALUE);
  }

  IndicatorName(String wireName, double minimum, double maximum) {
    this.wireName = wireName;
    this.minimum = minimum;
    this.maximum = maximum;
  }

  /**
   * Returns {@code value} if this indicator can have it.
   *
   * @throws IllegalArgumentException if not, or if it is not finite; the message names both
   */
  public double requireLegal(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(wireName + " must be finite, was " + value);
    }
    if (value < minimum || value > maximum) {
      throw new IllegalArgumentException(wireName + " must be " + range() + ", was " + value);
    }
    return value;
  }

  private String range() {
    return maximum == Double.MAX_VALUE ? ">= " + minimum : "in [" + minimum + ", " + maximum + "]";
  }

  /** Name in JSON, as the dashboard sends it. */
  public String wireName() {
    return wireName;
  }

  public static Optional<IndicatorName> byWireName(String wireName) {
    return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
  }

  /** All wire names, in order. */
  public static List<String> wireNames() {
    return Arrays.stream(values()).map(IndicatorName::wireName).toList();
  }
}
