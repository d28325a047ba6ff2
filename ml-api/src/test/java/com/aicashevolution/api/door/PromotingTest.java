package com.aicashevolution.api.door;

import static com.aicashevolution.api.door.FakeBackground.OPERATOR;
import static com.aicashevolution.api.door.FakeBackground.PREDICTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.aicashevolution.platform.problem.RelayedProblemException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Promotion and rollback, handed on to the trainer. */
class PromotingTest extends FrontDoor {

  private static final String PROMOTE = "/models/" + CHALLENGER + "/promote";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?traffic_percentage=25 | ''",
        "'' | {\"traffic_percentage\":25}",
        "?traffic_percentage=25 | {\"traffic_percentage\":25}",
      })
  void shouldTakeTheShareFromQueryOrBody(String query, String body) throws Exception {
    posting(OPERATOR, PROMOTE + query, body).andExpect(status().isOk());

    assertThat(trainer.calls())
        .containsExactly("POST " + PROMOTE + " {} {\"traffic_percentage\":25}");
  }

  @Test
  void shouldPassForceAndReason() throws Exception {
    posting(OPERATOR, PROMOTE, "{\"traffic_percentage\":100,\"force\":true,\"reason\":\"drill\"}");

    assertThat(trainer.calls().getFirst())
        .endsWith("{\"traffic_percentage\":100,\"force\":true,\"reason\":\"drill\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | {} | must be given, in [0, 100]",
        "?traffic_percentage=101 | {} | must be in [0, 100], was 101",
        "?traffic_percentage=-1 | {} | must be in [0, 100], was -1",
        "?traffic_percentage=ten | {} | must be a whole number",
        "'' | {\"traffic_percentage\":12.5} | must be a whole number",
        "?traffic_percentage=10 | {\"traffic_percentage\":20} | must not differ",
      })
  void shouldRefuseAShareThatIsNone(String query, String body, String message) throws Exception {
    posting(OPERATOR, PROMOTE + query, body)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.field").value("traffic_percentage"))
        .andExpect(jsonPath("$.detail").value(containsString(message)));
    assertThat(trainer.calls()).isEmpty();
  }

  @Test
  void shouldRefuseANameThatIsNoVersion() throws Exception {
    posting(OPERATOR, "/models/latest/promote", "{\"traffic_percentage\":10}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.field").value("version"))
        .andExpect(jsonPath("$.detail").value(containsString("v20261121_020000")));
  }

  @Test
  void shouldHandOnThatTheGateRefusedIt() throws Exception {
    trainer.failWith(
        new RelayedProblemException(
            409, Map.of("type", "urn:ml-trading:problem:model-rejected", "status", 409)));

    posting(OPERATOR, PROMOTE, "{\"traffic_percentage\":10}")
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:ml-trading:problem:model-rejected"));
  }

  @Test
  void shouldRouteByTheNewStateAtOnce() throws Exception {
    registry.serve("global", CHALLENGER, null, 0);

    posting(OPERATOR, PROMOTE, "{\"traffic_percentage\":100}");

    posting(PREDICTOR, "/predict", "{\"symbol\":\"EURUSD\"}")
        .andExpect(jsonPath("$.model_version").value(CHALLENGER));
  }

  @Test
  void shouldRollBackWithAReasonOrWithout() throws Exception {
    posting(OPERATOR, "/models/" + CHAMPION + "/rollback", "{\"reason\":\"losses\"}")
        .andExpect(status().isOk());
    mvc.perform(as(OPERATOR, post("/models/" + CHAMPION + "/rollback"))).andExpect(status().isOk());

    assertThat(trainer.calls().getFirst()).endsWith("{\"reason\":\"losses\"}");
    assertThat(trainer.calls()).hasSize(2);
  }

  @Test
  void shouldNeedAnOperatorsKey() throws Exception {
    posting(PREDICTOR, PROMOTE, "{\"traffic_percentage\":10}").andExpect(status().isForbidden());
    posting(PREDICTOR, "/models/" + CHAMPION + "/rollback", "{}").andExpect(status().isForbidden());
  }
}
