package com.aicashevolution.api.marketdata;

/**
 * Why a row cannot be imported.
 *
 * @param line in the file, from 1
 * @param column by the name the file or its format gives it
 */
public record RowProblem(long line, String column, String reason) {

  @Override
  public String toString() {
    return "line " + line + ", column " + column + ": " + reason;
  }
}
