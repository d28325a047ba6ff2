package com.aicashevolution.api.door;

import static com.aicashevolution.api.door.FakeBackground.OPERATOR;
import static com.aicashevolution.api.door.FakeBackground.PREDICTOR;
import static com.aicashevolution.api.door.FakeBackground.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;

/** Drift, handed on to the trainer. */
class DriftTest extends FrontDoor {

  private static final String FOUND =
      """
      {"status": "drift", "drift_detected": true,
       "results": [{"line": "global", "reasons": ["psi of rsi_value is 0.31"]}]}
      """;

  @Test
  void shouldHandACheckOnAsItCameAndWhatWasFoundBack() throws Exception {
    trainer.answerWith(200, json.readTree(FOUND));

    posting(OPERATOR, "/drift-detection", "{\"line\":\"global\",\"symbol\":\"EURUSD\"}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.drift_detected").value(true))
        .andExpect(jsonPath("$.results[0].reasons[0]").value("psi of rsi_value is 0.31"));
    mvc.perform(as(OPERATOR, post("/drift-detection"))).andExpect(status().isOk());

    assertThat(trainer.calls())
        .containsExactly(
            "SEARCH /drift-detection {\"line\":\"global\",\"symbol\":\"EURUSD\"}",
            "SEARCH /drift-detection ");
  }

  @Test
  void shouldAskForReportsAsItWasAsked() throws Exception {
    getting("/drift?line=metal&symbol=XAUUSD&limit=3").andExpect(status().isOk());

    assertThat(trainer.calls())
        .singleElement()
        .asString()
        .startsWith("GET /drift {")
        .contains("line=metal", "symbol=XAUUSD", "limit=3");
  }

  @Test
  void shouldNeedAnOperatorsKeyToCheckAndAReadersToLook() throws Exception {
    posting(PREDICTOR, "/drift-detection", "{}").andExpect(status().isForbidden());
    mvc.perform(get("/drift")).andExpect(status().isUnauthorized());
    assertThat(trainer.calls()).isEmpty();
    mvc.perform(as(READER, get("/drift"))).andExpect(status().isOk());
  }

  @Test
  void shouldSayThatTheTrainerIsAway() throws Exception {
    trainer.failWith(
        new ProblemException(
            Problem.of(ProblemType.UNAVAILABLE, "ml-trainer cannot be reached at the moment")));

    posting(OPERATOR, "/drift-detection", "{}")
        .andExpect(status().isServiceUnavailable())
        .andExpect(jsonPath("$.detail").value("ml-trainer cannot be reached at the moment"));
    getting("/drift").andExpect(status().isServiceUnavailable());
  }
}
