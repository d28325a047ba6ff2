package com.aicashevolution.api.marketdata;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * A bar as a file has it: its own clock, its own price units.
 *
 * @param line in the file, from 1
 * @param volume 0 where the file has none
 * @param complete false for a bar the file itself calls unfinished
 */
public record RawBar(
    long line,
    Time time,
    double open,
    double high,
    double low,
    double close,
    double volume,
    Spread spread,
    boolean complete) {

  /** When a bar opens, as far as the file says. */
  public sealed interface Time {

    /** Shown by a clock the file does not name. */
    record Local(LocalDateTime value) implements Time {}

    /** Independent of clocks: the row has its own offset or counts seconds. */
    record Exact(Instant value) implements Time {}
  }

  /** Ask minus bid, as far as the file says. */
  public sealed interface Spread {

    /** The file has none. */
    record Unknown() implements Spread {}

    /** In points of the symbol. */
    record Points(double value) implements Spread {}

    /** In the units of the file's prices. */
    record PriceUnits(double value) implements Spread {}
  }
}
