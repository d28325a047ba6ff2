package com.aicashevolution.localstack.terminal;

import java.io.PrintStream;
import java.time.Duration;

/** Repaints one line of a terminal, at most ten times a second. */
final class ProgressBar implements Progress {
  private static final int CELLS = 24;
  private static final Duration BETWEEN_PAINTS = Duration.ofMillis(100);
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final String step;
  private final ProgressFigures figures;
  private Duration painted = Duration.ofSeconds(-1);
  private double done;
  private String detail = "";

  ProgressBar(PrintStream out, String step, ProgressFigures figures) {
    this.out = out;
    this.step = step;
    this.figures = figures;
  }

  @Override
  public void update(double done, String detail) {
    this.done = done;
    this.detail = detail;
    if (figures.elapsed().minus(painted).compareTo(BETWEEN_PAINTS) >= 0) {
      paint();
    }
  }

  private void paint() {
    painted = figures.elapsed();
    int full = (int) Math.floor(figures.share(done) * CELLS);
    String bar = "█".repeat(full) + "·".repeat(CELLS - full);
    String tail = detail.isEmpty() ? "" : "  " + detail;
    out.print(CLEAR_LINE + "  %-18s %s %s%s".formatted(step, bar, figures.describe(done), tail));
    out.flush();
  }

  @Override
  public void close() {
    paint();
    out.println();
    out.flush();
  }
}
