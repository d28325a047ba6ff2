package com.aicashevolution.api.marketdata;

/** Hands rows on and reports progress. */
final class Watched implements BarFile.RowHandler {

  private static final int EVERY_ROWS = 5_000;

  private final BarFile.RowHandler handler;
  private final ImportProgress progress;
  private final ImportProgress.Step step;
  private final long total;
  private long rows;

  Watched(
      BarFile.RowHandler handler, ImportProgress progress, ImportProgress.Step step, long total) {
    this.handler = handler;
    this.progress = progress;
    this.step = step;
    this.total = total;
  }

  @Override
  public void bar(RawBar bar) {
    handler.bar(bar);
    count();
  }

  @Override
  public void bad(RowProblem problem) {
    handler.bad(problem);
    count();
  }

  private void count() {
    if (++rows % EVERY_ROWS == 0) {
      progress.at(step, rows, total);
    }
  }
}
