package com.aicashevolution.localstack.report;

import java.nio.file.Path;
import java.util.List;

/**
 * What the page on real candles is made of: hourly candles of two currencies by ejtrader labs, 2012
 * to 2022, in points, on a broker's clock.
 */
public final class RealCandles {

  /** The last candle is of 2022-03-04: two years of it are held out. */
  public static final String HOLDOUT_FROM = "2020-03-05T00:00:00Z";

  /** One file of candles. */
  public record Source(String symbol, Path file) {}

  private RealCandles() {}

  public static List<Source> in(Path folder) {
    return List.of(
        new Source("GBPUSD", folder.resolve("ejtraderlabs/GBPUSDh1.csv.gz")),
        new Source("USDJPY", folder.resolve("ejtraderlabs/USDJPYh1.csv.gz")));
  }
}
