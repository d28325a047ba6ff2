package com.aicashevolution.localstack.prove;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.prove.ExplanationsClaim.Verdict;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationsClaimTest {

  private static final double EACH = 0.01;

  private static JsonNode row() {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.putObject("raw_probabilities").put("sell", 0.37).put("hold", 0.27).put("buy", 0.36);
    return row;
  }

  /** Bases from which seventeen hundredths lead to the row's probabilities. */
  private static ObjectNode explanation(int indicators, double milliseconds) {
    ObjectNode explanation = JsonNodeFactory.instance.objectNode();
    ObjectNode probabilities = explanation.putObject("probabilities");
    explained(probabilities.putObject("SELL").put("base", 0.20), indicators);
    explained(probabilities.putObject("HOLD").put("base", 0.10), indicators);
    explained(probabilities.putObject("BUY").put("base", 0.19), indicators);
    explanation.put("explain_time_ms", milliseconds);
    return explanation;
  }

  private static void explained(ObjectNode ofOneClass, int indicators) {
    ObjectNode values = ofOneClass.putObject("values");
    for (int i = 0; i < indicators; i++) {
      values.put("indicator_" + i, EACH);
    }
  }

  @Test
  void holdsWhatSumsToTheRowAndIsSaidTwiceHoweverLongItTook() {
    Verdict verdict = ExplanationsClaim.judge(row(), explanation(17, 3.5), explanation(17, 9));

    assertThat(verdict.holds()).isTrue();
    assertThat(verdict.gap()).isLessThan(1e-12);
  }

  @Test
  void doesNotHoldAGapThatTheServiceDidNotSee() {
    ObjectNode off = explanation(17, 1);
    ((ObjectNode) off.at("/probabilities/BUY")).put("base", 0.190002);

    Verdict verdict = ExplanationsClaim.judge(row(), off, off);

    assertThat(verdict.holds()).isFalse();
    assertThat(verdict.gap()).isGreaterThan(1e-6);
  }

  @Test
  void doesNotHoldWhatLeavesAnIndicatorOutOrChangesItsMind() {
    assertThat(ExplanationsClaim.judge(row(), explanation(16, 1), explanation(16, 1)).flaw())
        .isEqualTo("names 16 indicators");
    ObjectNode other = explanation(17, 1);
    ((ObjectNode) other.at("/probabilities/SELL/values")).put("indicator_0", 0.011);
    assertThat(ExplanationsClaim.judge(row(), explanation(17, 1), other).flaw())
        .isEqualTo("differs when asked again");
  }

  @Test
  void doesNotTakeAMissingProbabilityForZero() {
    JsonNode other = JsonNodeFactory.instance.objectNode();
    assertThat(ExplanationsClaim.judge(other, explanation(17, 1), explanation(17, 1)).flaw())
        .isEqualTo("has no journalled probability of SELL");
  }

  @Test
  void fallsShortByOneAnswerAndWithoutAny() {
    Finding finding =
        ExplanationsClaim.finding(
            List.of(new Verdict(1e-9, null), new Verdict(0, "differs when asked again")), 12);

    assertThat(finding.holds()).isFalse();
    assertThat(finding.figure()).isEqualTo("1 of 2, largest gap 1.0e-09");
    assertThat(finding.detail()).contains("first flaw: differs when asked again");
    assertThat(ExplanationsClaim.finding(List.of(), 0).holds()).isFalse();
  }
}
