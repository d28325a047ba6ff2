package com.aicashevolution.model;

import java.util.List;

/**
 * Whether a trained version may serve, and why.
 *
 * @param passed true only if every check passed
 * @param checks each with its number, its bound and a sentence
 */
public record GateVerdict(boolean passed, List<GateCheck> checks) {

  public GateVerdict {
    checks = List.copyOf(checks);
    if (passed != checks.stream().allMatch(GateCheck::passed)) {
      throw new IllegalArgumentException("passed must say what the checks say, was " + passed);
    }
  }

  /** The verdict that follows from {@code checks}. */
  public static GateVerdict of(List<GateCheck> checks) {
    return new GateVerdict(checks.stream().allMatch(GateCheck::passed), checks);
  }

  /** The sentences of the checks that failed. */
  public List<String> reasons() {
    return checks.stream().filter(check -> !check.passed()).map(GateCheck::sentence).toList();
  }

  /**
   * One condition of the gate.
   *
   * @param name stable identifier, for example {@code min_accuracy}
   * @param value what was measured
   * @param bound what was required
   * @param passed whether {@code value} meets {@code bound}
   * @param sentence both numbers in words
   */
  public record GateCheck(
      String name, double value, double bound, boolean passed, String sentence) {}
}
