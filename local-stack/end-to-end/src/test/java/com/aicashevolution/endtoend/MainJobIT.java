package com.aicashevolution.endtoend;

import static com.aicashevolution.endtoend.Requests.json;
import static com.aicashevolution.endtoend.Requests.prediction;
import static com.aicashevolution.endtoend.Requests.smallTraining;
import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.assembly.StackService;
import com.aicashevolution.localstack.client.ApiClient;
import com.aicashevolution.localstack.client.ApiClient.Answer;
import com.aicashevolution.localstack.keys.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * One story in order: from an empty store to signals, promotion, rollback, and an honest refusal.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobIT {
  private static final double LEARNS = 0.005;
  private static final double LEARNS_NOTHING = 0.000_001;

  private final RunningStack stack = RunningStack.get();
  private final ApiClient api = stack.api(Role.OPERATE);

  private String rejected = "";
  private String champion = "";
  private String challenger = "";

  @Test
  @Order(1)
  void beforeAnyTrainingNoModelServesAndTheAnswerSaysSo() {
    Answer answer = post("/predict", prediction("EURUSD"));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(problem(answer)).isEqualTo("model-not-serving");
  }

  @Test
  @Order(2)
  void theSimulatedMarketIsLoadedAndLabelled() throws SQLException {
    stack.ensureMarket();
    assertThat(text("select count(distinct symbol) from market_candles where complete"))
        .isEqualTo("6");
    assertThat(text("select string_agg(distinct source, ',') from market_candles"))
        .containsIgnoringCase("simulated");
  }

  @Test
  @Order(3)
  void whatLearnedNothingIsRefusedByTheGateWithReasons() {
    JsonNode run = stack.train(smallTraining(1, 1, LEARNS_NOTHING));
    assertThat(run.path("status").asText()).as(run.toPrettyString()).isEqualTo("rejected");
    assertThat(run.path("gate").path("passed").asBoolean()).isFalse();
    assertThat(run.path("gate").path("reasons")).isNotEmpty();
    rejected = run.path("model_version").asText();
    Answer answer = post("/predict", prediction("EURUSD"));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text()).contains(rejected);
  }

  @Test
  @Order(4)
  void aRefusedVersionServesOnlyWithForceAndAReason() {
    Answer unforced = post("/models/" + rejected + "/promote", json("{'traffic_percentage':100}"));
    assertThat(unforced.status()).isEqualTo(409);
    assertThat(problem(unforced)).isEqualTo("model-rejected");
    Answer unreasoned =
        post("/models/" + rejected + "/promote", json("{'traffic_percentage':100,'force':true}"));
    assertThat(unreasoned.status()).isIn(400, 409);
  }

  @Test
  @Order(5)
  void whatLearnedPassesTheGateAndServesWithinSeconds() {
    JsonNode run = stack.train(smallTraining(2, 6, LEARNS));
    assertThat(run.path("status").asText()).as(run.toPrettyString()).isEqualTo("succeeded");
    JsonNode metrics = run.path("metrics");
    assertThat(metrics.path("accuracy").asDouble())
        .isGreaterThan(metrics.path("majority_baseline").asDouble());
    champion = run.path("model_version").asText();
    awaitServing(champion);
  }

  @Test
  @Order(6)
  void theSecondAnswerComesFromTheCache() {
    JsonNode first = api.post("/predict", prediction("GBPUSD"));
    JsonNode second = api.post("/predict", prediction("GBPUSD"));
    assertThat(first.path("cache_hit").asBoolean()).isFalse();
    assertThat(second.path("cache_hit").asBoolean()).isTrue();
    assertThat(second.path("prediction")).isEqualTo(first.path("prediction"));
    assertThat(second.path("simulated").asBoolean()).isTrue();
    assertThat(
            first.path("prediction").path("probabilities").path("BUY").asDouble()
                + first.path("prediction").path("probabilities").path("HOLD").asDouble()
                + first.path("prediction").path("probabilities").path("SELL").asDouble())
        .isBetween(99.97, 100.03);
  }

  @Test
  @Order(7)
  void oneIndicatorIsEnoughAndTheOtherSixteenAreListedAsImputed() {
    JsonNode answer =
        api.post("/predict", json("{'symbol':'EURUSD','indicators':{'rsi_value':65}}"));
    List<String> imputed = texts(answer.path("features").path("imputed"));
    assertThat(imputed).hasSize(16).doesNotContain("rsi_value").contains("adx_value", "cci_value");
  }

  @Test
  @Order(8)
  void anAnswerCanBeLookedUpLater() {
    String id = api.post("/predict", prediction("USDJPY")).path("prediction_id").asText();
    JsonNode row =
        Awaitility.await()
            .atMost(Duration.ofSeconds(10))
            .ignoreExceptions()
            .until(() -> api.get("/predictions/" + id), each -> true);
    assertThat(row.path("symbol").asText()).isEqualTo("USDJPY");
    assertThat(row.path("model_version").asText()).isEqualTo(champion);
  }

  @Test
  @Order(9)
  void aSymbolWithoutCandlesIsRefusedForItsHistoryAndNotFilledWithZeros() {
    Answer answer = post("/predict", prediction("NZDUSD"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(problem(answer)).isEqualTo("not-enough-history");
  }

  @Test
  @Order(10)
  void aBatchAnswersWhatItCanAndNamesWhatItCannot() {
    ArrayNode batch = JsonNodeFactory.instance.arrayNode();
    batch.add(prediction("EURUSD")).add(prediction("NZDUSD")).add(prediction("XAUUSD"));
    JsonNode answer = api.post("/batch-predict", batch);
    assertThat(answer.path("total_requests").asInt()).isEqualTo(3);
    assertThat(answer.path("successful_predictions").asInt()).isEqualTo(2);
    assertThat(answer.path("errors").get(0).path("index").asInt()).isEqualTo(1);
    assertThat(answer.path("errors").get(0).path("symbol").asText()).isEqualTo("NZDUSD");
  }

  @Test
  @Order(11)
  void theNextVersionBecomesChallengerAndUsersStickToTheirVariant() {
    JsonNode run = stack.train(smallTraining(3, 6, LEARNS));
    assertThat(run.path("status").asText()).as(run.toPrettyString()).isEqualTo("succeeded");
    challenger = run.path("model_version").asText();
    JsonNode model = api.get("/models/" + challenger);
    assertThat(model.path("alias").asText()).isEqualToIgnoringCase("challenger");
    assertThat(model.path("traffic_percentage").asInt()).isEqualTo(10);
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> challengedAmong(100), count -> count > 0);
    assertThat(challengedAmong(300)).isBetween(9, 60);
    String someone = variantOf("user-7");
    for (int repeat = 0; repeat < 10; repeat++) {
      assertThat(variantOf("user-7")).isEqualTo(someone);
    }
  }

  @Test
  @Order(12)
  void aPromotedChallengerServesEverybodyAndARollbackBringsTheOldOneBack() {
    JsonNode promoted =
        api.post("/models/" + challenger + "/promote", json("{'traffic_percentage':100}"));
    assertThat(promoted.path("result").path("champion").asText()).isEqualTo(challenger);
    awaitServing(challenger);
    JsonNode back =
        api.post("/models/" + challenger + "/rollback", json("{'reason':'end-to-end test'}"));
    assertThat(back.path("result").path("champion").asText()).isEqualTo(champion);
    awaitServing(champion);
  }

  @Test
  @Order(13)
  void everyChangeIsInTheAuditLogWithItsActor() throws SQLException {
    assertThat(text("select count(*) from audit_log where action like '%promot%'"))
        .isNotEqualTo("0");
    assertThat(text("select count(*) from audit_log where action like '%roll%back%'"))
        .isNotEqualTo("0");
    assertThat(text("select count(*) from audit_log where actor = ''")).isEqualTo("0");
  }

  @Test
  @Order(14)
  void signalsShowTheLatestAnswerOfEverySymbolWithItsAge() {
    JsonNode signals = api.get("/signals");
    assertThat(signals.path("count").asInt()).isEqualTo(26);
    JsonNode gold =
        StreamSupport.stream(signals.path("signals").spliterator(), false)
            .filter(each -> each.path("symbol").asText().equals("XAUUSD"))
            .findFirst()
            .orElseThrow();
    assertThat(gold.path("prediction").path("direction").asText()).isIn("BUY", "HOLD", "SELL");
    assertThat(gold.path("age_seconds").asDouble()).isPositive();
    assertThat(gold.path("simulated").asBoolean()).isTrue();
  }

  @Test
  @Order(15)
  void aSecondTrainingIsRefusedWhileOneRuns() {
    ObjectNode request = smallTraining(4, 6, LEARNS).put("publish", false);
    JsonNode first = api.post("/train", request);
    stack.awaitBegun(first.path("training_id").asText());
    Answer second = post("/train", request);
    assertThat(second.status()).isEqualTo(409);
    assertThat(problem(second)).isEqualTo("training-in-progress");
    Answer forced = post("/train?force_retrain=true", request);
    assertThat(forced.status()).isEqualTo(202);
    JsonNode one = stack.ended(first.path("training_id").asText());
    JsonNode two = stack.ended(forced.body().path("training_id").asText());
    assertThat(two.path("metrics").path("weights_sha256").asText())
        .as("the same data, seed and settings give the same weights")
        .hasSize(64)
        .isEqualTo(one.path("metrics").path("weights_sha256").asText());
  }

  @Test
  @Order(16)
  void trainerAndInferenceComputeTheSameFeatures() throws SQLException {
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("timeframe", "H1");
    ArrayNode bars = request.putArray("bars");
    String times =
        text(
            "select string_agg(to_char(open_time at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), ',')"
                + " from (select open_time from market_candles where symbol = 'XAUUSD'"
                + " order by open_time desc limit 200) as newest");
    for (String time : times.split(",")) {
      bars.addObject().put("symbol", "XAUUSD").put("open_time", time);
    }
    JsonNode trained = digests(StackService.TRAINER, request);
    JsonNode served = digests(StackService.INFERENCE, request);
    assertThat(trained).hasSize(200);
    assertThat(texts(trained, "sha256")).allMatch(digest -> digest.length() == 64);
    assertThat(texts(served, "sha256")).isEqualTo(texts(trained, "sha256"));
  }

  @Test
  @Order(17)
  void aRefusedVersionCanBeForcedByNameWithAReason() throws SQLException {
    JsonNode forced =
        api.post(
            "/models/" + rejected + "/promote",
            json("{'traffic_percentage':100,'force':true,'reason':'end-to-end test of force'}"));
    assertThat(forced.path("result").path("champion").asText()).isEqualTo(rejected);
    assertThat(text("select count(*) from audit_log where detail::text like '%test of force%'"))
        .isNotEqualTo("0");
    api.post("/models/" + rejected + "/rollback", json("{}"));
    awaitServing(champion);
  }

  @Test
  @Order(18)
  void aForcedVersionOfASymbolServesItUntilARollbackGivesItBackToTheGlobalChampion()
      throws SQLException {
    JsonNode run = stack.train(smallTraining(6, 1, LEARNS_NOTHING).put("line", "GBPUSD"));
    assertThat(run.path("status").asText()).as(run.toPrettyString()).isEqualTo("rejected");
    String own = run.path("model_version").asText();
    assertThat(own).endsWith("-GBPUSD");
    JsonNode forced =
        api.post(
            "/models/" + own + "/promote",
            json("{'traffic_percentage':100,'force':true,'reason':'a line of its own'}"));
    assertThat(forced.path("result").path("serving_line").asText()).isEqualTo("GBPUSD");
    awaitServing("GBPUSD", own);
    assertThat(post("/predict", prediction("EURUSD")).body().path("line").asText())
        .isEqualTo("global");

    JsonNode back = api.post("/models/" + own + "/rollback", json("{'reason':'no edge'}"));
    JsonNode result = back.path("result");
    assertThat(result.path("status").asText()).isEqualTo("ROLLED_BACK");
    assertThat(result.path("champion").isNull()).isTrue();
    assertThat(result.path("serving_line").asText()).isEqualTo("global");
    assertThat(result.path("serving_version").asText()).isEqualTo(champion);
    assertThat(back.path("message").asText()).contains("GBPUSD is vacant").contains(champion);
    assertThat(post("/predict", prediction("GBPUSD")).body().path("model_version").asText())
        .as("the front door follows at once")
        .isEqualTo(champion);
    awaitServing("GBPUSD", champion);
    assertThat(
            text(
                "select count(*) from audit_log where action = 'model.rolled_back'"
                    + " and subject = '%s' and detail ->> 'serving_version' = '%s'"
                        .formatted(own, champion)))
        .isEqualTo("1");

    Answer pinned = post("/predict", prediction("GBPUSD").put("model_version", own));
    assertThat(pinned.body().path("model_version").asText())
        .as("by name it still answers")
        .isEqualTo(own);
    assertThat(pinned.body().path("variant").asText()).isEqualTo("pinned");
    assertThat(post("/models/" + own + "/rollback", json("{}")).status()).isEqualTo(409);
    Answer last = post("/models/" + champion + "/rollback", json("{}"));
    assertThat(last.status()).as("nobody stands in for the global line").isEqualTo(409);
    assertThat(last.body().path("detail").asText()).contains("no previous version");
  }

  @Test
  @Order(19)
  void onARandomWalkTheGateRefusesAndSaysWhy() {
    assertThat(
            stack.cli(
                "simulate",
                "--symbols",
                RunningStack.SYMBOLS,
                "--days",
                RunningStack.DAYS,
                "--random-walk",
                "--replace"))
        .isZero();
    JsonNode run = stack.train(smallTraining(5, 6, LEARNS));
    assertThat(run.path("status").asText()).as(run.toPrettyString()).isEqualTo("rejected");
    assertThat(texts(run.path("gate").path("reasons"))).isNotEmpty();
    JsonNode newest = api.get("/models?limit=1").path("models").get(0);
    assertThat(newest.path("status").asText()).isEqualTo("REJECTED");
    assertThat(newest.path("alias").isNull()).isTrue();
  }

  private int challengedAmong(int users) {
    int challenged = 0;
    for (int user = 0; user < users; user++) {
      if (variantOf("user-" + user).equals("challenger")) {
        challenged++;
      }
    }
    return challenged;
  }

  private String variantOf(String user) {
    return api.post("/predict", prediction("EURUSD").put("user_id", user)).path("variant").asText();
  }

  private void awaitServing(String version) {
    awaitServing("EURUSD", version);
  }

  private void awaitServing(String symbol, String version) {
    Awaitility.await("service of " + version)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> post("/predict", prediction(symbol).put("user_id", "sticky")),
            answer ->
                answer.isSuccess() && answer.body().path("model_version").asText().equals(version));
  }

  private JsonNode digests(StackService service, JsonNode request) {
    return stack.client(service, Role.OPERATE).post("/features/digests", request).path("digests");
  }

  private Answer post(String path, JsonNode body) {
    return api.exchange("POST", path, body.toString());
  }

  private static String problem(Answer answer) {
    String type = answer.body().path("type").asText();
    return type.substring(type.lastIndexOf(':') + 1);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static List<String> texts(JsonNode array, String field) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.path(field).asText()));
    return texts;
  }

  private String text(String query) throws SQLException {
    try (var connection = stack.database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
