package com.aicashevolution.localstack.prove;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EdgeClaimTest {
  private static final EdgeClaim.Reachable REACHABLE = new EdgeClaim.Reachable(0.72, 0.005);

  private static EdgeClaim.Holdout holdout(double accuracy, double lower) {
    return new EdgeClaim.Holdout("v20261115_020000", 5_000, accuracy, lower, 0.95);
  }

  @Test
  void holdsWhereEvenTheBoundReachesTheGoal() {
    Finding finding = EdgeClaim.compare(REACHABLE, holdout(0.71, 0.70));

    assertThat(finding.figure()).isEqualTo("98.6 % of the reachable accuracy, at least 96.6 %");
    assertThat(finding.holds()).isTrue();
    assertThat(finding.detail())
        .contains("v20261115_020000", "5,000 windows", "0.7100", "0.7000", "0.7200 ± 0.0050");
  }

  @Test
  void fallsShortWhereChanceAloneMayHaveReachedIt() {
    Finding finding = EdgeClaim.compare(REACHABLE, holdout(0.71, 0.68));

    assertThat(finding.figure()).endsWith("at least 93.8 %");
    assertThat(finding.holds()).isFalse();
  }

  @Test
  void doesNotHoldWhereMoreIsKnownThanCanBe() {
    Finding finding = EdgeClaim.compare(REACHABLE, holdout(0.80, 0.78));

    assertThat(finding.holds()).isFalse();
    assertThat(finding.detail()).endsWith("something leaks");
  }
}
