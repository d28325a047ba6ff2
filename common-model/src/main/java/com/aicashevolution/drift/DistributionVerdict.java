package com.aicashevolution.drift;

import java.util.List;

/**
 * Whether a window is one the reference history could have shown.
 *
 * @param score the largest statistic in units of its scale
 * @param limit of the score; above it the window has drifted
 * @param findings every statistic with the bound that the limit puts on it
 */
public record DistributionVerdict(double score, double limit, List<Finding> findings) {

  public DistributionVerdict {
    findings = List.copyOf(findings);
  }

  public boolean drifted() {
    return score > limit;
  }

  /** The statistics beyond their bounds, and so the columns to look at. */
  public List<Finding> exceeded() {
    return findings.stream().filter(finding -> finding.value() > finding.bound()).toList();
  }

  /** One statistic of one column. */
  public record Finding(String column, DriftStatistic statistic, double value, double bound) {}
}
