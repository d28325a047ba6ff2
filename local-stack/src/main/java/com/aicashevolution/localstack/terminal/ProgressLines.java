package com.aicashevolution.localstack.terminal;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Prints a line for every tenth of the step, and at least one every ten seconds that it advances.
 */
final class ProgressLines implements Progress {
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

  private final PrintStream out;
  private final String step;
  private final ProgressFigures figures;
  private long printedTenth = -1;
  private Duration printedAt = Duration.ZERO;
  private String printed = "";
  private double done;
  private String detail = "";

  ProgressLines(PrintStream out, String step, ProgressFigures figures) {
    this.out = out;
    this.step = step;
    this.figures = figures;
  }

  @Override
  public void update(double done, String detail) {
    this.done = done;
    this.detail = detail;
    long tenth = (long) Math.floor(figures.share(done) * 10);
    boolean silentForLong = figures.elapsed().minus(printedAt).compareTo(LONGEST_SILENCE) >= 0;
    if (tenth > printedTenth || silentForLong) {
      print();
      printedTenth = tenth;
    }
  }

  private void print() {
    String tail = detail.isEmpty() ? "" : "  " + detail;
    String line = "  " + step + ": " + figures.describe(done) + tail;
    if (!line.equals(printed)) {
      out.println(line);
      out.flush();
    }
    printed = line;
    printedAt = figures.elapsed();
  }

  @Override
  public void close() {
    print();
  }
}
