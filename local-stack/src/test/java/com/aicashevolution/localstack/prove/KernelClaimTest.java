package com.aicashevolution.localstack.prove;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.prove.AnswerBits.Comparison;
import com.aicashevolution.localstack.prove.KernelClaim.Answered;
import com.aicashevolution.localstack.prove.KernelClaim.Examined;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelClaimTest {

  private static final int WINDOWS = 10_000;

  private static ObjectNode report(int lanes, long windows) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("windows", windows).put("same_alone_and_in_a_batch", windows);
    report.put("windows_sha256", "5e1f").put("golden_vectors", 8).put("golden_error", 9e-8);
    report.put("kernel_lanes", lanes).put("fused_multiply_add", "HARDWARE").put("seconds", 1.5);
    return report;
  }

  private static Examined examined(int asked, long identical, ObjectNode... reports) {
    String difference = identical == asked ? null : "window 17, float 2: plain loops has 1.5";
    return new Examined(
        Arrays.stream(reports).map(each -> new Answered(OtherMachine.WITHOUT_FMA, each)).toList(),
        asked,
        new Comparison(asked, identical, difference));
  }

  private static Examined slow() {
    return examined(100, 100, report(16, 100).put("fused_multiply_add", "SOFTWARE"));
  }

  private static Finding judge(ObjectNode... reports) {
    return KernelClaim.judge("v20261121_020000", examined(WINDOWS, WINDOWS, reports), slow());
  }

  @Test
  void holdsWhenEveryPathGivesEveryBit() {
    Finding finding = judge(report(16, WINDOWS), report(4, WINDOWS), report(1, WINDOWS));

    assertThat(finding.holds()).isTrue();
    assertThat(finding.figure())
        .isEqualTo(
            "10,000 of 10,000 windows the same bits at 1, 4, 16 lanes, 100 of 100 without FMA,"
                + " golden vectors within 9.0e-08");
    assertThat(finding.detail()).contains("champion v20261121_020000");
  }

  @Test
  void fallsShortByOneWindow() {
    Finding finding =
        KernelClaim.judge(
            "v20261121_020000",
            examined(WINDOWS, WINDOWS - 1, report(16, WINDOWS), report(1, WINDOWS)),
            slow());

    assertThat(finding.holds()).isFalse();
    assertThat(finding.figure()).startsWith("9,999 of 10,000");
    assertThat(finding.detail()).contains("window 17, float 2: plain loops has 1.5");
  }

  @Test
  void fallsShortWhenAWindowIsAnsweredOtherwiseInABatch() {
    ObjectNode batch = report(8, WINDOWS).put("same_alone_and_in_a_batch", WINDOWS - 1);

    assertThat(judge(report(16, WINDOWS), batch, report(1, WINDOWS)).holds()).isFalse();
  }

  @Test
  void fallsShortBeyondTheToleranceAndWithoutGoldenVectors() {
    ObjectNode far = report(1, WINDOWS).put("golden_error", 1.1e-6);
    ObjectNode none = report(1, WINDOWS).put("golden_vectors", 0);
    ObjectNode noNumber = report(1, WINDOWS).put("golden_error", Double.NaN);
    ObjectNode silent = report(1, WINDOWS).put("golden_error", "NaN");

    for (ObjectNode each : List.of(far, none, noNumber, silent)) {
      assertThat(judge(report(16, WINDOWS), each).holds()).as(each.toString()).isFalse();
    }
  }

  @Test
  void fallsShortWithoutPlainLoopsOrOverOtherWindows() {
    ObjectNode others = report(1, WINDOWS).put("windows_sha256", "0b5e");

    assertThat(judge(report(16, WINDOWS), report(8, WINDOWS)).holds()).isFalse();
    assertThat(judge(report(16, WINDOWS), others).holds()).isFalse();
  }

  @Test
  void fallsShortWithoutLeavingOutTheInstruction() {
    Examined fast = examined(WINDOWS, WINDOWS, report(16, WINDOWS), report(1, WINDOWS));
    Examined notSlow = examined(100, 100, report(16, 100));

    assertThat(KernelClaim.judge("v20261121_020000", fast, notSlow).holds()).isFalse();
    assertThat(KernelClaim.judge("v20261121_020000", fast, slow()).holds()).isTrue();
  }
}
