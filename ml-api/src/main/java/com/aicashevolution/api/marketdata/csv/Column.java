package com.aicashevolution.api.marketdata.csv;

import java.util.Locale;

/** What a column holds. */
enum Column {
  /** When the bar opens, or only its date where a {@link #TIME_OF_DAY} follows. */
  TIME,
  TIME_OF_DAY,
  /** Milliseconds since midnight of the day in the file's name. */
  MILLIS_OF_DAY,
  COMPLETE,
  OPEN,
  HIGH,
  LOW,
  CLOSE,
  ASK_OPEN,
  ASK_HIGH,
  ASK_LOW,
  ASK_CLOSE,
  VOLUME,
  SPREAD_POINTS,
  SPREAD,
  IGNORED;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
