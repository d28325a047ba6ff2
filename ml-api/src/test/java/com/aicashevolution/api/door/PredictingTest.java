package com.aicashevolution.api.door;

import static com.aicashevolution.api.door.FakeBackground.OPERATOR;
import static com.aicashevolution.api.door.FakeBackground.PREDICTOR;
import static com.aicashevolution.api.door.FakeBackground.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.problem.RelayedProblemException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

/** One prediction through the front door: routing, relaying, refusals. */
class PredictingTest extends FrontDoor {

  private ResultActions predict(String body) throws Exception {
    return posting(PREDICTOR, "/predict", body);
  }

  @Test
  void shouldHandTheAnswerBackWithFieldsItDoesNotKnow() throws Exception {
    predict("{\"symbol\":\"EURUSD\",\"indicators\":{\"rsi_value\":65}}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.model_version").value(CHAMPION))
        .andExpect(jsonPath("$.variant").value("champion"))
        .andExpect(jsonPath("$.a_field_of_tomorrow").value(1));
  }

  @Test
  void shouldSendOnWhatWasAskedToTheVersionThatMustAnswer() throws Exception {
    predict(
        "{\"symbol\":\"EURUSD\",\"timeframe\":\"H1\",\"indicators\":{\"rsi_value\":65.25},"
            + "\"user_id\":\"alice\",\"include_weights\":false}");

    assertThat(inference.received())
        .containsExactly(
            json.readTree(
                "{\"symbol\":\"EURUSD\",\"timeframe\":\"H1\",\"indicators\":{\"rsi_value\":65.25},"
                    + "\"user_id\":\"alice\",\"include_weights\":false,"
                    + "\"model_version\":\""
                    + CHAMPION
                    + "\",\"variant\":\"champion\"}"));
  }

  @Test
  void shouldSendAPinnedVersionOnce() throws Exception {
    predict("{\"symbol\":\"EURUSD\",\"model_version\":\"" + CHALLENGER + "\"}")
        .andExpect(jsonPath("$.model_version").value(CHALLENGER))
        .andExpect(jsonPath("$.variant").value("pinned"));

    assertThat(json.writeValueAsString(inference.received().getFirst()))
        .containsOnlyOnce("model_version");
  }

  @Test
  void shouldKeepAUserOnOneVariantWhateverTheKey() throws Exception {
    registry.serve("global", CHAMPION, CHALLENGER, 50);
    watch.refresh();
    for (int i = 0; i < 40; i++) {
      String body = "{\"symbol\":\"EURUSD\",\"user_id\":\"user-" + i + "\"}";
      predict(body);
      posting(OPERATOR, "/predict", body);
    }

    Map<String, Long> variantsPerUser =
        inference.received().stream()
            .collect(
                Collectors.groupingBy(
                    wire -> wire.path("user_id").asText(),
                    Collectors.mapping(
                        wire -> wire.path("variant").asText(),
                        Collectors.collectingAndThen(
                            Collectors.toSet(), set -> (long) set.size()))));
    assertThat(variantsPerUser).hasSize(40).allSatisfy((user, n) -> assertThat(n).isEqualTo(1));
    assertThat(inference.received())
        .extracting(wire -> wire.path("variant").asText())
        .contains("champion", "challenger");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | symbol | must be given",
        "{\"symbol\":null} | symbol | must be given",
        "{\"symbol\":\"USDJPY\"} | symbol | must be one of the symbols served here: EURUSD",
        "{\"symbol\":\"eurusd\"} | symbol | six upper-case letters",
        "{\"symbol\":\"EURUSD\",\"timeframe\":\"H2\"} | timeframe | must be one of M5, M15",
        "{\"symbol\":\"EURUSD\",\"indicators\":{\"rsi_value\":NaN}}"
            + " | indicators.rsi_value | must be a finite number",
        "{\"symbol\":\"EURUSD\",\"indicators\":{\"rsi_value\":1e999}}"
            + " | indicators.rsi_value | must be a finite number",
        "{\"symbol\":\"EURUSD\",\"indicators\":{\"rsi_value\":\"65\"}}"
            + " | indicators.rsi_value | must be a finite number",
        "{\"symbol\":\"EURUSD\",\"indicators\":65} | indicators | must be an object",
        "{\"symbol\":\"EURUSD\",\"sequence\":[{\"rsi_value\":1e999}]}"
            + " | sequence[0].rsi_value | must be a finite number",
        "{\"symbol\":\"EURUSD\",\"model_version\":\"latest\"} | model_version | must look like",
        "{\"symbol\":\"EURUSD\",\"modelVersion\":\"x\"} | modelVersion | is not a known field",
        "{\"symbol\":\"EURUSD\",\"variant\":\"champion\"} | variant | is not a known field",
      })
  void shouldRefuseAFieldByItsName(String body, String field, String message) throws Exception {
    predict(body)
        .andExpect(status().isBadRequest())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.field").value(field))
        .andExpect(jsonPath("$.detail").value(containsString(message)));
    assertThat(inference.received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"symbol\":\"EURUSD\"} x", "\u0000"})
  void shouldRefuseABodyThatIsNoRequest(String body) throws Exception {
    predict(body)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.type").value("urn:ml-trading:problem:invalid-request"))
        .andExpect(jsonPath("$.request_id").isNotEmpty());
  }

  @Test
  void shouldNameTheNewestCandidateAndWhyItsGateRefusedIt() throws Exception {
    registry.clear();
    registry.add(CHAMPION, "fx-major", ModelStatus.REJECTED);
    registry.add(CHALLENGER, "global", ModelStatus.REJECTED);
    registry.add("v20261117_020000-metal", "metal", ModelStatus.REJECTED);
    watch.refresh();

    predict("{\"symbol\":\"EURUSD\"}")
        .andExpect(status().isServiceUnavailable())
        .andExpect(jsonPath("$.type").value("urn:ml-trading:problem:model-not-serving"))
        .andExpect(
            jsonPath("$.detail")
                .value(
                    "No model serves EURUSD on H1 bars. The newest candidate "
                        + CHALLENGER
                        + " was refused by the gate: accuracy 0.41 is below 0.55"))
        .andExpect(jsonPath("$.newest_candidate.model_version").value(CHALLENGER))
        .andExpect(jsonPath("$.newest_candidate.reasons[0]").value("accuracy 0.41 is below 0.55"));
  }

  @Test
  void shouldSayThatNothingServesOtherBars() throws Exception {
    predict("{\"symbol\":\"EURUSD\",\"timeframe\":\"M5\"}")
        .andExpect(status().isServiceUnavailable())
        .andExpect(jsonPath("$.detail").value(startsWith("No model serves EURUSD on M5 bars.")));
  }

  @Test
  void shouldHandOnTheRefusalOfTheServiceBehind() throws Exception {
    inference.failWith(
        new RelayedProblemException(
            422,
            Map.of(
                "type",
                "urn:ml-trading:problem:not-enough-history",
                "status",
                422,
                "detail",
                "123 candles are stored, 419 are needed",
                "bars_missing",
                296)));

    predict("{\"symbol\":\"EURUSD\"}")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.bars_missing").value(296));
  }

  @Test
  void shouldTellSilenceFromAbsence() throws Exception {
    inference.failWith(new ProblemException(ProblemType.UPSTREAM_TIMEOUT, "too slow"));
    predict("{\"symbol\":\"EURUSD\"}").andExpect(status().isGatewayTimeout());
    inference.failWith(new ProblemException(ProblemType.UNAVAILABLE, "away"));
    predict("{\"symbol\":\"EURUSD\"}").andExpect(status().isServiceUnavailable());
  }

  @Test
  void shouldAnswerByTheLastKnownStateWithoutTheRegistry() throws Exception {
    registry.connection().lose();
    watch.refresh();

    predict("{\"symbol\":\"EURUSD\"}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.model_version").value(CHAMPION));
  }

  @Test
  void shouldNeedMoreThanAReadersKey() throws Exception {
    posting(READER, "/predict", "{\"symbol\":\"EURUSD\"}").andExpect(status().isForbidden());
    mvc.perform(post("/predict").content("{}")).andExpect(status().isUnauthorized());
  }
}
