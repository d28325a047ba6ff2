package com.aicashevolution.trainer.backtest.report;

import java.util.Arrays;
import java.util.Optional;

/** The files of a backtest. */
public enum ReportFile {
  REPORT("report.html", "text/html;charset=UTF-8"),
  EQUITY("equity.png", "image/png"),
  TRADES("trades.csv", "text/csv;charset=UTF-8"),
  RESULT("result.json", "application/json");

  private final String fileName;
  private final String mediaType;

  ReportFile(String fileName, String mediaType) {
    this.fileName = fileName;
    this.mediaType = mediaType;
  }

  public String fileName() {
    return fileName;
  }

  public String mediaType() {
    return mediaType;
  }

  public static Optional<ReportFile> ofName(String fileName) {
    return Arrays.stream(values()).filter(file -> file.fileName.equals(fileName)).findFirst();
  }
}
