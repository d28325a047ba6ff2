package com.aicashevolution.localstack.prove;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What ml-inference says of the loads it has made: from the first byte read to the version that may
 * answer.
 *
 * @param loads since it started
 * @param seconds all of them together
 */
record LoadTimes(double loads, double seconds) {

  private static final Pattern SERIES =
      Pattern.compile("(?m)^ml_model_load_seconds_(count|sum)(?:\\{[^}]*})? ([0-9.E+-]+)$");

  /**
   * Read from a scrape.
   *
   * @throws IllegalArgumentException when it says nothing of loads
   */
  static LoadTimes in(String scrape) {
    double loads = Double.NaN;
    double seconds = Double.NaN;
    for (Matcher series = SERIES.matcher(scrape); series.find(); ) {
      double value = Double.parseDouble(series.group(2));
      if (series.group(1).equals("count")) {
        loads = value;
      } else {
        seconds = value;
      }
    }
    if (Double.isNaN(loads + seconds)) {
      throw new IllegalArgumentException("the scrape has no ml_model_load_seconds");
    }
    return new LoadTimes(loads, seconds);
  }

  /** NaN where nothing was loaded since. */
  double meanMillisSince(LoadTimes earlier) {
    return 1e3 * (seconds - earlier.seconds) / (loads - earlier.loads);
  }
}
