package com.aicashevolution.api.marketdata;

import java.util.List;

/**
 * What became of a file's rows.
 *
 * @param rows all of them
 * @param bad rows that cannot be imported
 * @param backward bad rows that are earlier than the row before
 * @param duplicates rows that say the same as the row before; ignored
 * @param incomplete rows of unfinished bars; ignored
 * @param closedHourFillers flat rows without volume while the market is closed; ignored
 * @param spreadsAssumed rows without spread, given the symbol's typical one
 * @param problems the first bad rows
 */
public record RowCounts(
    long rows,
    long bad,
    long backward,
    long duplicates,
    long incomplete,
    long closedHourFillers,
    long spreadsAssumed,
    List<RowProblem> problems) {

  public RowCounts {
    problems = List.copyOf(problems);
  }
}
