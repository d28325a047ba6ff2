package com.aicashevolution.api.marketdata;

import java.util.ArrayList;
import java.util.List;

/** Counts what became of a file's rows. Not thread-safe. */
final class RowTally {

  private static final int SHOWN_PROBLEMS = 20;

  private final List<RowProblem> firstProblems = new ArrayList<>();
  private long rows;
  private long bad;
  private long backward;
  private long duplicates;
  private long incomplete;
  private long closedHourFillers;
  private long spreadsAssumed;

  void row() {
    rows++;
  }

  void bad(RowProblem problem) {
    bad++;
    if (firstProblems.size() < SHOWN_PROBLEMS) {
      firstProblems.add(problem);
    }
  }

  void backward(RowProblem problem) {
    backward++;
    bad(problem);
  }

  void duplicate() {
    duplicates++;
  }

  void incomplete() {
    incomplete++;
  }

  void closedHourFiller() {
    closedHourFillers++;
  }

  void spreadAssumed() {
    spreadsAssumed++;
  }

  long rows() {
    return rows;
  }

  RowCounts counts() {
    return new RowCounts(
        rows,
        bad,
        backward,
        duplicates,
        incomplete,
        closedHourFillers,
        spreadsAssumed,
        firstProblems);
  }
}
