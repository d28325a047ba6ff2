package com.aicashevolution.api.marketdata;

/** Is told how an import gets on, every few thousand rows. */
public interface ImportProgress {

  /** Nobody is watching. */
  ImportProgress SILENT = (step, rows, total) -> {};

  /**
   * @param total rows there are; 0 while that is not known
   */
  void at(Step step, long rows, long total);

  /** What an import does with a file, in this order. */
  enum Step {
    SURVEY,
    CHECK,
    WRITE
  }
}
