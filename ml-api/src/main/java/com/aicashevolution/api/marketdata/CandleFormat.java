package com.aicashevolution.api.marketdata;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Formats in which other systems export candles. */
public enum CandleFormat {
  MT5("mt5", "MetaTrader 5, Export Bars"),
  MT4("mt4", "MetaTrader 4, History Center"),
  MT5_PYTHON("mt5-python", "copy_rates of MetaTrader5 for Python"),
  HISTDATA_ASCII("histdata-ascii", "HistData Generic ASCII"),
  HISTDATA_MT("histdata-mt", "HistData MetaTrader"),
  DUKASCOPY("dukascopy", "Dukascopy historical data"),
  OANDA_FLAT("oanda-flat", "OANDA v20 candles, flat"),
  LEAN("lean", "QuantConnect Lean, bid and ask"),
  GENERIC("generic", "any table with named columns");

  /**
   * What is known of a format's clock.
   *
   * @param usual the clock most files of the format have
   * @param stated whether its publisher says so, or it depends on the broker's server
   */
  public record ClockRule(BarClock usual, boolean stated) {}

  private final String wireName;
  private final String description;

  CandleFormat(String wireName, String description) {
    this.wireName = wireName;
    this.description = description;
  }

  /** Name on the command line and in {@code source}. */
  public String wireName() {
    return wireName;
  }

  public String description() {
    return description;
  }

  /** Which side its prices are; of Lean's two sides the middle is taken. */
  public QuoteSide side() {
    return switch (this) {
      case MT5, MT4, MT5_PYTHON, HISTDATA_ASCII, HISTDATA_MT, DUKASCOPY -> QuoteSide.BID;
      case OANDA_FLAT, LEAN, GENERIC -> QuoteSide.MID;
    };
  }

  public ClockRule clock() {
    return switch (this) {
      case MT5, MT4, MT5_PYTHON -> new ClockRule(BarClock.EET, false);
      case HISTDATA_ASCII, HISTDATA_MT -> new ClockRule(BarClock.EST, true);
      case DUKASCOPY, OANDA_FLAT, LEAN -> new ClockRule(BarClock.UTC, true);
      case GENERIC -> new ClockRule(BarClock.UTC, false);
    };
  }

  public static Optional<CandleFormat> named(String wireName) {
    return Arrays.stream(values()).filter(f -> f.wireName.equals(wireName)).findFirst();
  }

  public static List<String> wireNames() {
    return Arrays.stream(values()).map(CandleFormat::wireName).toList();
  }
}
