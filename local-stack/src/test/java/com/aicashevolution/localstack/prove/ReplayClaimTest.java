package com.aicashevolution.localstack.prove;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayClaimTest {

  private static ObjectNode audit(int lanes, long rows, long identical) {
    ObjectNode audit = JsonNodeFactory.instance.objectNode();
    audit.put("kernel_lanes", lanes).put("rows", rows).put("identical", identical);
    audit.put("fused_multiply_add", "HARDWARE").put("seconds", 1.5);
    audit.putArray("failures");
    return audit;
  }

  private static final JsonNode SLOW = audit(16, 100, 100).put("fused_multiply_add", "SOFTWARE");

  @Test
  void holdsWhenEveryPathGivesEveryBit() {
    Finding finding =
        ReplayClaim.judge(
            List.of(audit(16, 5_000, 5_000), audit(8, 5_000, 5_000), audit(1, 5_000, 5_000)),
            SLOW,
            5_000);

    assertThat(finding.holds()).isTrue();
    assertThat(finding.figure())
        .isEqualTo("5,000 of 5,000 identical at 1, 8, 16 lanes, 100 of 100 without FMA");
  }

  @Test
  void fallsShortByOneRow() {
    ObjectNode other = audit(8, 5_000, 4_999);
    other.withArray("failures").addObject().put("detail", "probabilities[2] differs");

    Finding finding =
        ReplayClaim.judge(
            List.of(audit(16, 5_000, 5_000), other, audit(1, 5_000, 5_000)), SLOW, 5_000);

    assertThat(finding.holds()).isFalse();
    assertThat(finding.figure()).startsWith("4,999 of 5,000");
    assertThat(finding.detail()).contains("probabilities[2] differs");
  }

  @Test
  void fallsShortWhenFewerRowsWereReplayedThanMade() {
    assertThat(
            ReplayClaim.judge(List.of(audit(16, 4_000, 4_000), audit(1, 4_000, 4_000)), SLOW, 5_000)
                .holds())
        .isFalse();
  }

  @Test
  void fallsShortWithoutPlainLoopsOrWithoutLeavingOutTheInstruction() {
    List<JsonNode> both = List.of(audit(16, 5_000, 5_000), audit(1, 5_000, 5_000));

    assertThat(ReplayClaim.judge(both.subList(0, 1), SLOW, 5_000).holds()).isFalse();
    assertThat(ReplayClaim.judge(both, audit(16, 100, 100), 5_000).holds()).isFalse();
    assertThat(ReplayClaim.judge(both, SLOW, 5_000).holds()).isTrue();
  }
}
