package com.aicashevolution.api.marketdata;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a person asked to import.
 *
 * @param timeframe of the candles to keep; finer bars are put together
 * @param format empty to find out
 * @param interpretation how to read what the file does not say
 * @param skipBad whether to import the good rows of a file that has bad ones
 */
public record ImportRequest(
    Path file,
    Symbol symbol,
    Timeframe timeframe,
    Optional<CandleFormat> format,
    Interpretation interpretation,
    boolean skipBad) {

  /**
   * What a file does not say; whatever is empty is found out.
   *
   * @param pointScale price per unit of the file
   */
  public record Interpretation(
      Optional<BarClock> clock, OptionalDouble pointScale, Optional<QuoteSide> side) {

    public static final Interpretation FIND_OUT =
        new Interpretation(Optional.empty(), OptionalDouble.empty(), Optional.empty());
  }
}
