package com.aicashevolution.api.marketdata.csv;

/** A cell that cannot be read; stays within the reader, which reports it and goes on. */
final class BadRowException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String column;
  private final String reason;

  BadRowException(String column, String reason) {
    super(reason, null, false, false);
    this.column = column;
    this.reason = reason;
  }

  String column() {
    return column;
  }

  String reason() {
    return reason;
  }
}
