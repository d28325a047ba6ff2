package com.aicashevolution.inference.replay;

import java.util.List;

/**
 * What an audit found.
 *
 * @param rows replayed
 * @param identical of them
 * @param different of them, that is: computed, and other bits came out
 * @param failures the first few that were not identical
 */
public record AuditReport(long rows, long identical, long different, List<ReplayResult> failures) {

  public AuditReport {
    failures = List.copyOf(failures);
  }

  /** Rows of which nothing can be said: damaged, or without their version. */
  public long notReplayable() {
    return rows - identical - different;
  }

  /** Whether every row came out as it was. */
  public boolean clean() {
    return identical == rows;
  }
}
