package com.aicashevolution.api.marketdata;

/** Which price a file quotes; candles are kept as mid prices. */
public enum QuoteSide {
  BID(0.5),
  MID(0),
  ASK(-0.5);

  private final double spreadsToMid;

  QuoteSide(double spreadsToMid) {
    this.spreadsToMid = spreadsToMid;
  }

  /** What is added to a quoted price to get the mid price. */
  double toMid(double spread) {
    return spreadsToMid * spread;
  }
}
