package com.aicashevolution.api.marketdata;

import java.util.List;

/**
 * How a file is to be read, and why.
 *
 * @param pointScale price per unit of the file
 * @param sourceSeconds length of the file's bars
 * @param clockFit on how many of the file's weekends the clock fits
 * @param notes sentences a person should read
 */
public record FileReading(
    BarClock clock,
    ClockFit clockFit,
    double pointScale,
    QuoteSide side,
    long sourceSeconds,
    List<String> notes) {

  /** Weekends on which the market opens and closes as it should, of all in the file. */
  public record ClockFit(int fitting, int weekends) {}

  public FileReading {
    notes = List.copyOf(notes);
  }
}
