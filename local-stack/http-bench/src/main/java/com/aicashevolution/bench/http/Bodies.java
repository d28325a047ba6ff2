package com.aicashevolution.bench.http;

import java.util.List;
import java.util.stream.Collectors;

/** What is posted: all seventeen indicators of one bar, six hundred bytes of JSON. */
final class Bodies {
  static final List<String> SYMBOLS =
      List.of(
          "EURUSD", "GBPUSD", "USDJPY", "USDCHF", "AUDUSD", "USDCAD", "NZDUSD", "EURGBP", "EURJPY",
          "EURCHF", "EURAUD", "EURCAD", "EURNZD", "GBPJPY", "GBPCHF", "GBPAUD", "GBPCAD", "AUDJPY",
          "AUDCAD", "AUDNZD", "CADJPY", "CHFJPY", "NZDJPY", "XAUUSD", "XAGUSD", "BTCUSD");

  private Bodies() {}

  /** The same every time. */
  static String fixed(String symbol) {
    return body(symbol, "54.32100");
  }

  /** Another one each time it is sent. */
  static String varied(String symbol) {
    return body(symbol, RequestTemplate.VARIED);
  }

  static String variedBatch() {
    return SYMBOLS.stream().map(Bodies::varied).collect(Collectors.joining(",", "[", "]"));
  }

  private static String body(String symbol, String rsi) {
    return """
        {"symbol":"%s","timeframe":"H1","indicators":{"adx_value":23.451234,"rsi_value":%s,\
        "ema_12":1.0842312,"ema_21":1.0839876,"ema_50":1.0831234,"vwap":1.0840011,\
        "atr_value":0.0012345,"bollinger_upper":1.0871234,"bollinger_lower":1.0801234,\
        "stoch_k":61.234567,"stoch_d":58.765432,"macd_line":0.0003456,"macd_signal":0.0002987,\
        "volume_ma":1523.456789,"price_change_pct":0.0123456,"volatility":0.0009876,\
        "cci_value":87.654321},"user_id":"bench-of-the-serving-engine"}"""
        .formatted(symbol, rsi);
  }
}
