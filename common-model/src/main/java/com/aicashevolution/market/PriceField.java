package com.aicashevolution.market;

/** A column of a {@link CandleSeries}, in the order the columns are held. */
public enum PriceField {
  OPEN,
  HIGH,
  LOW,
  CLOSE,
  VOLUME,
  SPREAD
}
