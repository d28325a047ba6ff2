package com.aicashevolution.indicator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The seventeen indicators, in the order every vector of them has. */
public enum IndicatorName {
  ADX("adx_value"),
  RSI("rsi_value"),
  EMA_12("ema_12"),
  EMA_21("ema_21"),
  EMA_50("ema_50"),
  VWAP("vwap"),
  ATR("atr_value"),
  BOLLINGER_UPPER("bollinger_upper"),
  BOLLINGER_LOWER("bollinger_lower"),
  STOCH_K("stoch_k"),
  STOCH_D("stoch_d"),
  MACD_LINE("macd_line"),
  MACD_SIGNAL("macd_signal"),
  VOLUME_MA("volume_ma"),
  PRICE_CHANGE_PCT("price_change_pct"),
  VOLATILITY("volatility"),
  CCI("cci_value");

  /** How many there are. */
  public static final int COUNT = 17;

  private static final Map<String, IndicatorName> BY_WIRE_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(IndicatorName::wireName, Function.identity()));

  private final String wireName;

  IndicatorName(String wireName) {
    this.wireName = wireName;
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
