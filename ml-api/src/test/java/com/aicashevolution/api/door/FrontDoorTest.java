package com.aicashevolution.api.door;

import static com.aicashevolution.api.door.FakeBackground.OPERATOR;
import static com.aicashevolution.api.door.FakeBackground.PREDICTOR;
import static com.aicashevolution.api.door.FakeBackground.READER;
import static com.aicashevolution.api.door.FakeBackground.SERVICE_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.aicashevolution.api.FakeInference;
import com.aicashevolution.api.FakeJournal;
import com.aicashevolution.api.FakeRegistry;
import com.aicashevolution.api.FakeTrainer;
import com.aicashevolution.api.SettableClock;
import com.aicashevolution.api.door.FakeBackground.FakeKeys;
import com.aicashevolution.api.traffic.RegistryWatch;
import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.problem.RelayedProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest(
    classes = FakeBackground.class,
    properties = {
      "spring.application.name=front-door-test",
      "ml.security.service-key=" + SERVICE_KEY,
      "ml.traffic.poll-interval=1h",
      "ml.market.symbols=EURUSD,GBPUSD,XAUUSD"
    })
@AutoConfigureMockMvc
class FrontDoorTest {

  private static final String CHAMPION = "v20261115_020000";
  private static final String CHALLENGER = "v20261116_020000";

  @Autowired private MockMvc mvc;
  @Autowired private ObjectMapper json;
  @Autowired private FakeRegistry registry;
  @Autowired private FakeJournal journal;
  @Autowired private FakeInference inference;
  @Autowired private FakeTrainer trainer;
  @Autowired private FakeKeys keys;
  @Autowired private RegistryWatch watch;
  @Autowired private SettableClock clock;

  @BeforeEach
  void beginAnew() {
    registry.clear();
    journal.clear();
    inference.reset();
    trainer.reset();
    clock.set("2026-11-16T08:00:00Z");
    registry.add(CHAMPION, "global", ModelStatus.ACTIVE);
    registry.serve("global", CHAMPION, null, 0);
    watch.refresh();
  }

  private static MockHttpServletRequestBuilder as(String key, MockHttpServletRequestBuilder it) {
    return it.header("X-API-Key", key);
  }

  private ResultActions posting(String key, String path, String body) throws Exception {
    return mvc.perform(as(key, post(path)).contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private ResultActions getting(String path) throws Exception {
    return mvc.perform(as(READER, get(path)));
  }

  @Nested
  class Predicting {

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
          .andExpect(
              jsonPath("$.newest_candidate.reasons[0]").value("accuracy 0.41 is below 0.55"));
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

  @Nested
  class PredictingMany {

    private ResultActions predict(String body) throws Exception {
      return posting(PREDICTOR, "/batch-predict", body);
    }

    @Test
    void shouldAnswerInTheOrderOfTheRequests() throws Exception {
      predict("[{\"symbol\":\"XAUUSD\"},{\"symbol\":\"EURUSD\"}]")
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.success").value(true))
          .andExpect(jsonPath("$.total_requests").value(2))
          .andExpect(jsonPath("$.successful_predictions").value(2))
          .andExpect(jsonPath("$.failed_predictions").value(0))
          .andExpect(jsonPath("$.results[*].symbol").value(contains("XAUUSD", "EURUSD")))
          .andExpect(jsonPath("$.errors").isEmpty());
    }

    @Test
    void shouldListWhatIsWrongWithOneAndAnswerTheOthers() throws Exception {
      inference.refuse("GBPUSD");

      predict(
              "[{\"symbol\":\"EURUSD\"},{\"symbol\":\"NOSUCH\"},{\"symbol\":\"GBPUSD\"},7,"
                  + "{\"symbol\":\"EURUSD\",\"indicators\":{\"vwap\":1e999}},"
                  + "{\"symbol\":\"XAUUSD\",\"timeframe\":\"D1\"},{\"symbol\":\"XAUUSD\"}]")
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.success").value(false))
          .andExpect(jsonPath("$.total_requests").value(7))
          .andExpect(jsonPath("$.successful_predictions").value(2))
          .andExpect(jsonPath("$.failed_predictions").value(5))
          .andExpect(jsonPath("$.results[*].index").value(contains(0, 6)))
          .andExpect(jsonPath("$.results[*].symbol").value(contains("EURUSD", "XAUUSD")))
          .andExpect(jsonPath("$.errors[*].index").value(contains(1, 2, 3, 4, 5)))
          .andExpect(jsonPath("$.errors[0].symbol").value("NOSUCH"))
          .andExpect(jsonPath("$.errors[0].error").value(containsString("must be one of")))
          .andExpect(
              jsonPath("$.errors[1].type").value("urn:ml-trading:problem:not-enough-history"))
          .andExpect(jsonPath("$.errors[1].error").value("123 candles are stored, 419 are needed"))
          .andExpect(jsonPath("$.errors[3].field").value("indicators.vwap"))
          .andExpect(
              jsonPath("$.errors[4].type").value("urn:ml-trading:problem:model-not-serving"));
    }

    @Test
    void shouldNotAskAnybodyWhenNothingIsLegal() throws Exception {
      inference.failWith(new IllegalStateException("must not be asked"));

      predict("[{\"symbol\":\"NOSUCH\"}]")
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.failed_predictions").value(1));
    }

    @Test
    void shouldTakeAtMost256Requests() throws Exception {
      String one = "{\"symbol\":\"EURUSD\"}";
      predict("[" + String.join(",", Collections.nCopies(256, one)) + "]")
          .andExpect(jsonPath("$.successful_predictions").value(256));
      predict("[" + String.join(",", Collections.nCopies(257, one)) + "]")
          .andExpect(status().isBadRequest())
          .andExpect(jsonPath("$.detail").value("body must have 1 to 256 requests, had 257"));
      predict("[]").andExpect(status().isBadRequest());
      predict("{}").andExpect(status().isBadRequest());
    }

    @Test
    void shouldFailAsAWholeWhenTheServiceBehindIsAway() throws Exception {
      inference.failWith(new ProblemException(ProblemType.UNAVAILABLE, "away"));

      predict("[{\"symbol\":\"EURUSD\"}]").andExpect(status().isServiceUnavailable());
    }
  }

  @Nested
  class Training {

    @Test
    void shouldHandARequestOnAsItCame() throws Exception {
      JsonNode queued = json.readTree("{\"status\":\"queued\",\"training_id\":\"training_1\"}");
      trainer.answerWith(202, queued);

      posting(OPERATOR, "/train?force_retrain=true", "{\"seed\":7}")
          .andExpect(status().isAccepted())
          .andExpect(content().json(queued.toString()));
      mvc.perform(as(OPERATOR, post("/train"))).andExpect(status().isAccepted());

      assertThat(trainer.calls())
          .containsExactly("POST /train {force_retrain=true} {\"seed\":7}", "POST /train {} ");
    }

    @Test
    void shouldHandOnThatOneRunsAlready() throws Exception {
      trainer.failWith(
          new RelayedProblemException(
              409, Map.of("type", "urn:ml-trading:problem:training-in-progress", "status", 409)));

      mvc.perform(as(OPERATOR, post("/train")))
          .andExpect(status().isConflict())
          .andExpect(jsonPath("$.type").value("urn:ml-trading:problem:training-in-progress"));
    }

    @Test
    void shouldNeedAnOperatorsKeyToChangeAndAReadersToLook() throws Exception {
      mvc.perform(as(PREDICTOR, post("/train"))).andExpect(status().isForbidden());
      mvc.perform(as(PREDICTOR, post("/training/training_20261121_020000/cancel")))
          .andExpect(status().isForbidden());
      getting("/training-status").andExpect(status().isOk());
      assertThat(trainer.calls()).containsExactly("GET /training-status {}");
    }

    @Test
    void shouldAskForOneRun() throws Exception {
      getting("/training-status?training_id=training_20261121_020000").andExpect(status().isOk());
      mvc.perform(as(OPERATOR, post("/training/training_20261121_020000/cancel")))
          .andExpect(status().isOk());

      assertThat(trainer.calls())
          .containsExactly(
              "GET /training-status {training_id=training_20261121_020000}",
              "POST /training/training_20261121_020000/cancel {} ");
    }

    @Test
    void shouldNotPutAnythingButAnIdIntoAnAddress() throws Exception {
      getting("/training-status?training_id=../models").andExpect(status().isBadRequest());
      mvc.perform(as(OPERATOR, post("/training/whatever/cancel")))
          .andExpect(status().isBadRequest());
      assertThat(trainer.calls()).isEmpty();
    }

    @Test
    void shouldStreamTheStatus() throws Exception {
      var started =
          getting("/training-status/stream").andExpect(request().asyncStarted()).andReturn();

      org.awaitility.Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(started.getResponse().getContentAsString())
                      .contains("event:status", "\"status\":\"idle\""));
    }
  }

  @Nested
  class Promoting {

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
      posting(
          OPERATOR, PROMOTE, "{\"traffic_percentage\":100,\"force\":true,\"reason\":\"drill\"}");

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
      mvc.perform(as(OPERATOR, post("/models/" + CHAMPION + "/rollback")))
          .andExpect(status().isOk());

      assertThat(trainer.calls().getFirst()).endsWith("{\"reason\":\"losses\"}");
      assertThat(trainer.calls()).hasSize(2);
    }

    @Test
    void shouldNeedAnOperatorsKey() throws Exception {
      posting(PREDICTOR, PROMOTE, "{\"traffic_percentage\":10}").andExpect(status().isForbidden());
      posting(PREDICTOR, "/models/" + CHAMPION + "/rollback", "{}")
          .andExpect(status().isForbidden());
    }
  }

  @Nested
  class Models {

    @Test
    void shouldListVersionsNewestFirstWithTheirPart() throws Exception {
      registry.add(CHALLENGER, "global", ModelStatus.CANDIDATE);
      registry.serve("global", CHAMPION, CHALLENGER, 10);

      getting("/models")
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.count").value(2))
          .andExpect(jsonPath("$.models[*].model_version").value(contains(CHALLENGER, CHAMPION)))
          .andExpect(jsonPath("$.models[*].alias").value(contains("challenger", "champion")))
          .andExpect(jsonPath("$.models[*].traffic_percentage").value(contains(10, 90)))
          .andExpect(jsonPath("$.models[0].metrics.accuracy").value(0.61))
          .andExpect(jsonPath("$.models[0].metrics.majority_baseline").value(0.4))
          .andExpect(jsonPath("$.models[0].gate.passed").value(true));
      getting("/models?limit=1").andExpect(jsonPath("$.count").value(1));
    }

    @Test
    void shouldShowOneVersionOrSayThatThereIsNone() throws Exception {
      getting("/models/" + CHAMPION)
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.status").value("ACTIVE"));
      getting("/models/" + CHALLENGER)
          .andExpect(status().isNotFound())
          .andExpect(jsonPath("$.detail").value("There is no model version " + CHALLENGER));
    }

    @Test
    void shouldShowWhatHappenedToTraffic() throws Exception {
      registry.addRollout(CHAMPION, "registered", 100);
      registry.addRollout(CHALLENGER, "promoted", 25);

      getting("/rollouts")
          .andExpect(jsonPath("$.count").value(2))
          .andExpect(jsonPath("$.rollouts[0].version").value(CHALLENGER))
          .andExpect(jsonPath("$.rollouts[0].traffic_percentage").value(25))
          .andExpect(jsonPath("$.rollouts[0].actor").value("alice"));
    }

    @Test
    void shouldSayThatTheDatabaseIsLostAndNothingMore() throws Exception {
      registry.connection().lose();

      getting("/models")
          .andExpect(status().isServiceUnavailable())
          .andExpect(jsonPath("$.type").value("urn:ml-trading:problem:unavailable"))
          .andExpect(content().string(not(containsString("lost for the test"))));
    }
  }

  @Nested
  class Signals {

    @Test
    void shouldShowEverySymbolInTheConfiguredOrderWithItsAgeOrNull() throws Exception {
      journal.append(
          java.util.List.of(
              FakeJournal.buy("GBPUSD", "2026-11-16T07:00:00Z", "2026-11-16T08:00:01Z")));
      clock.set("2026-11-16T08:01:31.500Z");

      getting("/signals")
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.count").value(3))
          .andExpect(jsonPath("$.predicted").value(1))
          .andExpect(jsonPath("$.degraded").value(false))
          .andExpect(jsonPath("$.signals[*].symbol").value(contains("EURUSD", "GBPUSD", "XAUUSD")))
          .andExpect(jsonPath("$.signals[0].prediction").value((Object) null))
          .andExpect(jsonPath("$.signals[1].prediction.direction").value("BUY"))
          .andExpect(jsonPath("$.signals[1].prediction.confidence").value(83.21))
          .andExpect(jsonPath("$.signals[1].prediction.probabilities.BUY").value(83.21))
          .andExpect(jsonPath("$.signals[1].prediction.probabilities.HOLD").value(6.79))
          .andExpect(jsonPath("$.signals[1].prediction.position_multiplier").value(1.5))
          .andExpect(jsonPath("$.signals[1].prediction.risk_level").value("LOW"))
          .andExpect(jsonPath("$.signals[1].simulated").value(true))
          .andExpect(jsonPath("$.signals[1].as_of").value("2026-11-16T07:00:00Z"))
          .andExpect(jsonPath("$.signals[1].age_seconds").value(90.5))
          .andExpect(jsonPath("$.signals[1].current").value(true));
    }

    @ParameterizedTest
    @CsvSource({
      "2026-11-16T07:00:00Z, 2026-11-16T08:59:59Z, true",
      "2026-11-16T07:00:00Z, 2026-11-16T09:00:00Z, false",
      // the last bar of the week stays current until the next week's first bar has closed
      "2026-11-20T21:00:00Z, 2026-11-22T12:00:00Z, true",
      "2026-11-20T21:00:00Z, 2026-11-23T09:00:00Z, false",
    })
    void shouldSayWhetherANewerBarHasClosed(String asOf, String now, boolean current)
        throws Exception {
      journal.append(java.util.List.of(FakeJournal.buy("EURUSD", asOf, asOf)));
      clock.set(now);

      getting("/signals/EURUSD").andExpect(jsonPath("$.current").value(current));
    }

    @Test
    void shouldShowWhatItReadLastWhileTheJournalIsLost() throws Exception {
      journal.append(
          java.util.List.of(
              FakeJournal.buy("EURUSD", "2026-11-16T07:00:00Z", "2026-11-16T08:00:01Z")));
      getting("/signals").andExpect(jsonPath("$.degraded").value(false));
      journal.connection().lose();

      getting("/signals")
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.degraded").value(true))
          .andExpect(jsonPath("$.predicted").value(1));
    }

    @Test
    void shouldSayThatASymbolIsNotTraded() throws Exception {
      getting("/signals/USDJPY").andExpect(status().isNotFound());
      getting("/signals/eur").andExpect(status().isBadRequest());
      getting("/signals?timeframe=H2").andExpect(status().isBadRequest());
    }

    @Test
    void shouldShowAJournalRowAndItsWindowWhenAsked() throws Exception {
      var entry = FakeJournal.buy("EURUSD", "2026-11-16T07:00:00Z", "2026-11-16T08:00:01Z");
      journal.append(java.util.List.of(entry));

      getting("/predictions/" + entry.predictionId())
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.model_version").value(CHAMPION))
          .andExpect(jsonPath("$.imputed").value(contains("vwap")))
          .andExpect(jsonPath("$.raw_probabilities.buy").value(0.8321))
          .andExpect(jsonPath("$.window").value((Object) null));
      getting("/predictions/" + entry.predictionId() + "?include_window=true")
          .andExpect(jsonPath("$.window.length()").value(20))
          .andExpect(jsonPath("$.window[19].length()").value(17));
      getting("/predictions/00000000-0000-0000-0000-000000000000").andExpect(status().isNotFound());
      getting("/predictions/7").andExpect(status().isBadRequest());
    }
  }

  @Nested
  class Keys {

    @Test
    void shouldMakeAKeyThatOpensTheDoorUntilItIsRevoked() throws Exception {
      String answer =
          posting(
                  OPERATOR,
                  "/keys",
                  "{\"name\":\"mt5 demo\",\"role\":\"READ\",\"expires_in_days\":30}")
              .andExpect(status().isCreated())
              .andExpect(jsonPath("$.key.expires_at").value("2026-12-16T08:00:00Z"))
              .andReturn()
              .getResponse()
              .getContentAsString();
      String key = json.readTree(answer).path("api_key").asText();
      String id = json.readTree(answer).at("/key/key_id").asText();

      mvc.perform(as(key, get("/signals"))).andExpect(status().isOk());
      mvc.perform(as(OPERATOR, get("/keys")))
          .andExpect(jsonPath("$.keys[0].name").value("mt5 demo"))
          .andExpect(content().string(not(containsString(key))));
      mvc.perform(as(OPERATOR, delete("/keys/" + id))).andExpect(status().isNoContent());
      clock.advance(java.time.Duration.ofSeconds(30));

      mvc.perform(as(key, get("/signals"))).andExpect(status().isUnauthorized());
      mvc.perform(as(OPERATOR, delete("/keys/" + id))).andExpect(status().isNotFound());
      assertThat(keys.changes())
          .contains(
              "create mt5 demo READ by holder of OPERATE",
              "revoke " + id + " by holder of OPERATE");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{\"role\":\"READ\"} | name",
          "{\"name\":\"\",\"role\":\"READ\"} | name",
          "{\"name\":\"a\\nb\",\"role\":\"READ\"} | name",
          "{\"name\":\"x\"} | role",
          "{\"name\":\"x\",\"role\":\"ADMIN\"} | role",
          "{\"name\":\"x\",\"role\":\"READ\",\"expires_in_days\":0} | expires_in_days",
        })
    void shouldRefuseAKeyThatIsNotSaid(String body, String field) throws Exception {
      posting(OPERATOR, "/keys", body)
          .andExpect(status().isBadRequest())
          .andExpect(jsonPath("$.field").value(field));
    }

    @Test
    void shouldBeForOperatorsOnly() throws Exception {
      mvc.perform(as(PREDICTOR, get("/keys"))).andExpect(status().isForbidden());
      posting(PREDICTOR, "/keys", "{\"name\":\"x\",\"role\":\"OPERATE\"}")
          .andExpect(status().isForbidden());
      mvc.perform(as(PREDICTOR, delete("/keys/key_1"))).andExpect(status().isForbidden());
    }
  }

  @Nested
  class Operation {

    @Test
    void shouldTellItsState() throws Exception {
      mvc.perform(get("/health"))
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.symbols").value(3))
          .andExpect(jsonPath("$.champions").value(1))
          .andExpect(jsonPath("$.registry_lost").value(false));
    }

    @Test
    void shouldSummariseTheLastHour() throws Exception {
      posting(PREDICTOR, "/predict", "{\"symbol\":\"EURUSD\"}");

      mvc.perform(as(READER, get("/metrics")).accept(MediaType.APPLICATION_JSON))
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.total_predictions").isNumber())
          .andExpect(jsonPath("$.avg_processing_time_ms").isNumber())
          .andExpect(jsonPath("$.cache_hit_rate").isNumber())
          .andExpect(jsonPath("$.error_rate").isNumber())
          .andExpect(jsonPath("$.top_symbols[0].symbol").isNotEmpty())
          .andExpect(jsonPath("$.system_metrics").isMap());
    }

    @Test
    void shouldDescribeEveryRouteInSnakeCase() throws Exception {
      String description =
          getting("/v3/api-docs")
              .andExpect(status().isOk())
              .andReturn()
              .getResponse()
              .getContentAsString();

      JsonNode document = json.readTree(description);
      assertThat(document.path("paths").has("/batch-predict")).isTrue();
      assertThat(document.at("/components/schemas/PredictionRequest/properties").has("user_id"))
          .isTrue();
      assertThat(
              document.at("/components/schemas/PredictionRequest/properties/symbol/type").asText())
          .isEqualTo("string");
    }
  }
}
