package com.aicashevolution.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aicashevolution.attribution.IndicatorImportance;
import com.aicashevolution.drift.CheckPlan;
import com.aicashevolution.drift.DriftReferences;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.localstack.TestStack;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.artifact.ArtifactStore;
import com.aicashevolution.platform.artifact.BackgroundCodec;
import com.aicashevolution.platform.artifact.DriftReferencesCodec;
import com.aicashevolution.platform.artifact.ManifestCodec;
import com.aicashevolution.platform.candles.CandleStore;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole runs over real PostgreSQL and S3: asked over HTTP, executed by the schedule. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingRunIT {

  private static final String PREDICTABLE = "\"EURUSD\",\"USDJPY\",\"XAUUSD\",\"BTCUSD\"";
  private static final String NOISE = "\"GBPUSD\",\"USDCHF\"";
  private static final Set<String> UNFINISHED = Set.of("queued", "running");

  private final ConfigurableApplicationContext trainer =
      TrainerStack.start(TestStack.freshDatabase(), TestStack.freshBucket());
  private final ArtifactStore artifacts = trainer.getBean(ArtifactStore.class);
  private final JdbcClient jdbc = trainer.getBean(JdbcClient.class);
  private final TestRestTemplate http =
      new TestRestTemplate(
          new RestTemplateBuilder()
              .rootUri(
                  "http://127.0.0.1:"
                      + trainer.getEnvironment().getRequiredProperty("local.server.port")));

  @BeforeAll
  void loadCandles() {
    CandleStore candles = trainer.getBean(CandleStore.class);
    TrainerStack.simulate(
        candles, SimulationSpec.regimes(1), 150, List.of("EURUSD", "USDJPY", "XAUUSD", "BTCUSD"));
    TrainerStack.simulate(candles, SimulationSpec.randomWalk(1), 90, List.of("GBPUSD", "USDCHF"));
    TrainerStack.simulate(candles, SimulationSpec.regimes(1), 15, List.of("AUDUSD"));
  }

  @AfterAll
  void stop() {
    trainer.close();
  }

  @AfterEach
  void nothingIsLeftRunning() {
    jdbc.sql("select training_id from ml_generation_logs where status in ('queued', 'running')")
        .query(String.class)
        .list()
        .forEach(id -> post("/training/" + id + "/cancel", null));
    awaitNoActiveRun();
  }

  @Test
  void learnsTheSimulatedMarketPassesTheGateAndBecomesChampion() throws Exception {
    JsonNode run = train("{\"symbols\":[" + PREDICTABLE + "]}");

    assertThat(run.path("status").asText()).as(run.toPrettyString()).isEqualTo("succeeded");
    assertThat(run.path("progress").asDouble()).isEqualTo(1);
    JsonNode metrics = run.path("metrics");
    assertThat(metrics.path("accuracy").asDouble())
        .isGreaterThan(metrics.path("majority_baseline").asDouble() + 0.15);
    assertThat(metrics.path("skill").path("lower").asDouble()).isPositive();
    assertThat(run.path("gate").path("passed").asBoolean()).isTrue();
    assertShowsTheWholeExamination(metrics);

    ModelVersion version = new ModelVersion(run.path("model_version").asText());
    JsonNode model = get("/models/" + version).getBody();
    assertThat(model.path("status").asText()).isEqualTo("ACTIVE");
    assertThat(model.path("simulated").asBoolean()).isTrue();

    byte[] manifestBytes = artifacts.read(version, ModelManifest.MANIFEST, 10_000_000);
    ModelManifest manifest = ManifestCodec.read(manifestBytes);
    byte[] weights = artifacts.read(version, ModelManifest.WEIGHTS, 10_000_000);
    assertThat(sha256(manifestBytes)).isEqualTo(model.path("manifest_sha256").asText());
    assertThat(sha256(weights)).isEqualTo(metrics.path("weights_sha256").asText());
    assertThat(manifest.files())
        .containsEntry(
            ModelManifest.WEIGHTS, new ModelManifest.FileDigest(sha256(weights), weights.length))
        .containsOnlyKeys(
            ModelManifest.WEIGHTS,
            ModelManifest.MODEL_ZIP,
            ModelManifest.BACKGROUND,
            ModelManifest.DRIFT);
    assertSaysWhatItWillBeWatchedAgainst(version);
    assertSaysWhatItUses(manifest, version, model);
    assertThat(artifacts.read(version, ModelManifest.MODEL_ZIP, 10_000_000)).isNotEmpty();
    assertThat(manifest.golden()).hasSize(8);
    assertThat(manifest.symbols()).hasSize(4);
    assertThat(manifest.walkForward().folds()).hasSize(2);
    assertThat(manifest.walkForward().holdout().report().model().accuracy()).isGreaterThan(0.55);
    assertThat(manifest.provenance())
        .containsKeys("java", "dl4j", "nd4j_backend", "nd4j_binary_level", "os_arch");

    String trainingId = run.path("training_id").asText();
    assertThat(count("select count(*) from ml_trials where training_id = ?", trainingId))
        .isEqualTo(4);
    assertThat(count("select count(*) from ml_training_samples where training_id = ?", trainingId))
        .isEqualTo(4);
    assertThat(
            jdbc.sql("select action from audit_log where subject = ? order by id")
                .param(trainingId)
                .query(String.class)
                .list())
        .containsExactly("training.queued", "training.succeeded");
  }

  private void assertSaysWhatItUses(ModelManifest manifest, ModelVersion version, JsonNode model)
      throws Exception {
    IndicatorImportance attribution = Objects.requireNonNull(manifest.attribution());
    assertThat(attribution.worstEfficiencyGap()).isLessThanOrEqualTo(1e-6);
    assertThat(attribution.seed()).isEqualTo(manifest.seed());
    byte[] background = artifacts.read(version, ModelManifest.BACKGROUND, 10_000_000);
    assertThat(manifest.files())
        .containsEntry(
            ModelManifest.BACKGROUND,
            new ModelManifest.FileDigest(sha256(background), background.length));
    assertThat(BackgroundCodec.read(background))
        .hasSize(attribution.background() * FeatureWindow.LENGTH);
    assertThat(model.path("attribution").path("importance").path("adx_value").asDouble())
        .isEqualTo(attribution.importance().get(IndicatorName.ADX));
  }

  /** 150 days of a currency pair, weekends off, are too few windows of two weeks to learn from. */
  private void assertSaysWhatItWillBeWatchedAgainst(ModelVersion version) throws Exception {
    byte[] bytes = artifacts.read(version, ModelManifest.DRIFT, 10_000_000);
    DriftReferences references = DriftReferencesCodec.read(bytes);
    assertThat(references.plan()).isEqualTo(CheckPlan.DAILY);
    assertThat(references.bars()).containsOnlyKeys(Symbol.of("BTCUSD"));
    assertThat(references.missing())
        .containsOnlyKeys(Symbol.of("EURUSD"), Symbol.of("USDJPY"), Symbol.of("XAUUSD"));
    assertThat(references.missing().get(Symbol.of("EURUSD")))
        .startsWith("history must be at least 2880 bars for windows of 240, was ");
    assertThat(references.promise())
        .isNotNull()
        .satisfies(promise -> assertThat(promise.mean()).isPositive());
    assertThat(DriftReferencesCodec.write(references)).isEqualTo(bytes);
  }

  /** Interval, baselines, folds and holdout: what a trader asks before trusting one number. */
  private static void assertShowsTheWholeExamination(JsonNode metrics) {
    JsonNode walkForward = metrics.path("walk_forward");
    assertThat(walkForward.path("folds")).hasSize(2);
    assertThat(walkForward.path("folds").get(0).path("fits")).hasSize(2);
    JsonNode accuracy = walkForward.path("seeds").get(0).path("accuracy");
    assertThat(accuracy.path("lower").asDouble()).isBetween(0.3, accuracy.path("value").asDouble());
    assertThat(names(metrics.path("report").path("baselines")))
        .containsExactlyInAnyOrder(
            "boosted_trees",
            "logistic_regression",
            "majority",
            "persistence",
            "reversal",
            "volatility");
    assertThat(walkForward.path("holdout").path("report").path("baselines")).hasSize(6);
    assertThat(walkForward.path("holdout").path("from").asText())
        .isGreaterThan(walkForward.path("folds").get(1).path("to").asText());
  }

  @Test
  void refusesTheRandomWalkSaysWhyAndServesItOnlyByForce() {
    JsonNode run =
        train(
            "{\"line\":\"fx-major\",\"symbols\":["
                + NOISE
                + "],\"hyperparameters\":{\"max_epochs\":2}}");

    assertThat(run.path("status").asText()).as(run.toPrettyString()).isEqualTo("rejected");
    assertThat(run.path("gate").path("reasons").toString())
        .contains("is below 0.55")
        .contains("which is not above 0");
    assertThat(run.path("message").asText()).contains("the gate refused it");
    String version = run.path("model_version").asText();
    assertThat(version).endsWith("-fx-major");
    assertThat(get("/models/" + version).getBody().path("status").asText()).isEqualTo("REJECTED");

    ResponseEntity<JsonNode> refused =
        post("/models/" + version + "/promote?traffic_percentage=100", null);
    assertThat(refused.getStatusCode().value()).isEqualTo(409);
    assertThat(refused.getBody().path("reasons")).isNotEmpty();

    ResponseEntity<JsonNode> forced =
        post(
            "/models/" + version + "/promote",
            "{\"traffic_percentage\":100,\"force\":true,\"reason\":\"rehearsal\"}");
    assertThat(forced.getBody().path("result").path("champion").asText()).isEqualTo(version);
  }

  @Test
  void givesTheSameWeightsFromTheSameDataAndSeed() {
    String request =
        "{\"publish\":false,\"seed\":7,\"symbols\":[\"EURUSD\",\"XAUUSD\"],"
            + "\"hyperparameters\":{\"epochs\":1,\"seeds\":%d}}";
    JsonNode alone = train(request.formatted(1));
    JsonNode again = train(request.formatted(1));
    JsonNode other = train(request.formatted(1).replace("\"seed\":7", "\"seed\":8"));

    String weights = alone.path("metrics").path("weights_sha256").asText();
    assertThat(weights)
        .hasSize(64)
        .isEqualTo(again.path("metrics").path("weights_sha256").asText());
    assertThat(other.path("metrics").path("weights_sha256").asText()).isNotEqualTo(weights);
    assertThat(other.path("metrics").path("data_hash").asText())
        .isEqualTo(alone.path("metrics").path("data_hash").asText());
    assertThat(alone.path("model_version").isMissingNode() || alone.path("model_version").isNull())
        .isTrue();
  }

  @Test
  void choosesHyperparametersFirstWhereItIsAskedToAndCountsEveryTrial() {
    JsonNode run =
        train(
            "{\"publish\":false,\"symbols\":[\"EURUSD\",\"XAUUSD\"],\"search\":{\"trials\":3,\"budget\":18},"
                + "\"hyperparameters\":{\"epochs\":3,\"seeds\":1}}");

    assertThat(run.path("metrics").path("search").path("trials").asInt())
        .as(run.toPrettyString())
        .isEqualTo(3);
    assertThat(run.path("metrics").path("search").path("fits").asInt()).isEqualTo(6);
    assertThat(
            run.path("metrics")
                .path("hyperparameters")
                .path("optimisation")
                .path("max_epochs")
                .asInt())
        .isEqualTo(3);
    String trainingId = run.path("training_id").asText();
    assertThat(count("select count(*) from ml_trials where training_id = ?", trainingId))
        .isEqualTo(6 + 2);
  }

  @Test
  void runsOneAtATimeQueuesOneBehindByForceAndStopsOnRequest() {
    String endless =
        "{\"symbols\":["
            + PREDICTABLE
            + "],\"hyperparameters\":{\"max_epochs\":1000,\"patience_epochs\":1000}}";
    String first = post("/train", endless).getBody().path("training_id").asText();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> status(first).path("step").asText().equals("fit"));

    ResponseEntity<JsonNode> second = post("/train", "{}");
    assertThat(second.getStatusCode().value()).isEqualTo(409);
    assertThat(second.getBody().path("type").asText()).endsWith("training-in-progress");
    assertThat(second.getBody().path("training_id").asText()).isEqualTo(first);

    ResponseEntity<JsonNode> behind = post("/train?force_retrain=true", endless);
    assertThat(behind.getStatusCode().value()).isEqualTo(202);
    String queued = behind.getBody().path("training_id").asText();
    assertThat(post("/train", "{\"force_retrain\":true}").getStatusCode().value()).isEqualTo(409);
    assertThat(status(queued).path("status").asText()).isEqualTo("queued");
    assertThat(get("/training-status").getBody().path("training_id").asText()).isEqualTo(first);
    assertThat(get("/health").getBody().path("current_training_id").asText()).isEqualTo(first);

    assertThat(post("/training/" + queued + "/cancel", null).getBody().path("status").asText())
        .isEqualTo("cancelled");
    assertThat(post("/training/" + first + "/cancel", null).getBody().path("status").asText())
        .isEqualTo("cancelling");
    JsonNode ended = awaitEnd(first);
    assertThat(ended.path("status").asText()).isEqualTo("cancelled");
    assertThat(ended.path("progress").asDouble()).isLessThan(1);
    assertThat(post("/training/" + first + "/cancel", null).getStatusCode().value()).isEqualTo(409);
    assertThat(get("/training-status").getBody().path("status").asText()).isEqualTo("idle");
  }

  @Test
  void triesTheArtifactStoreWithTheOtherDependencies() {
    JsonNode health = get("/health/detailed").getBody();

    assertThat(health.path("status").asText()).isEqualTo("healthy");
    JsonNode store = health.path("dependencies").path("artifact_store");
    assertThat(store.path("up").asBoolean()).isTrue();
    assertThat(store.path("latency_ms").asDouble()).isPositive();
    assertThat(store.path("detail").path("location").asText()).startsWith("s3://");
  }

  @Test
  void callsARunCrashedThatTookTooManyTrainersWithIt() {
    jdbc.sql(
            """
            insert into ml_generation_logs (training_id, status, line, timeframe, request,
                   requested_by, trigger, queued_at, started_at, heartbeat_at, step, message,
                   executed_by, takeovers)
            values ('training_20260101_000000', 'running', 'global', 'H1', '{}', 'nobody',
                   'request', now(), now(), now(), 'fit', 'epoch 2', 'another', 3)
            """)
        .update();
    JsonNode ended = awaitEnd("training_20260101_000000");

    assertThat(ended.path("status").asText()).isEqualTo("crashed");
    assertThat(ended.path("message").asText()).isEqualTo("its trainer vanished while: epoch 2");
  }

  @Test
  void endsClearlyWhereThereIsTooLittleToLearnFrom() {
    JsonNode few =
        train(
            "{\"scope\":\"symbol\",\"symbols\":[\"AUDUSD\"],\"timeframe\":\"H1\","
                + "\"from\":\"2020-01-01T00:00:00Z\",\"hyperparameters\":{\"epochs\":1}}");
    assertThat(few.path("run").path("line").asText()).isEqualTo("AUDUSD");
    assertThat(few.path("status").asText()).isEqualTo("failed");
    assertThat(few.path("message").asText()).contains("not enough data").contains("0 test samples");

    JsonNode none = train("{\"line\":\"NZDUSD\"}");
    assertThat(none.path("status").asText()).isEqualTo("failed");
    assertThat(none.path("message").asText()).contains("0 labelled bars of 0 symbols");
  }

  @Test
  void refusesWishesThatMakeNoSense() {
    assertInvalid("{\"line\":\"EURUSD\",\"symbols\":[\"XAUUSD\"]}", "symbols");
    assertInvalid("{\"from\":\"2026-02-01T00:00:00Z\",\"to\":\"2026-01-01T00:00:00Z\"}", "from");
    assertInvalid(
        "{\"from\":\"2026-02-01T00:00:00Z\",\"holdout_from\":\"2026-01-01T00:00:00Z\"}",
        "holdout_from");
    assertInvalid("{\"scope\":\"symbol\",\"symbols\":[\"EURUSD\",\"XAUUSD\"]}", "symbols");
    assertInvalid("{\"scope\":\"planet\"}", "scope");
    assertInvalid("{\"hyperparameters\":{\"dropout\":1.5}}", "hyperparameters.dropout");
    assertInvalid("{\"seed\":-1}", "seed");
    assertInvalid("{\"search\":{\"trials\":1}}", "search.trials");
    assertInvalid("{\"search\":{\"trials\":9,\"budget\":23}}", "search.budget");
    assertInvalid("{\"line\":\"nonsense\"}", "line");
    assertInvalid("{\"epochs\":3}", "epochs");
    assertThat(get("/training-status?training_id=training_1").getStatusCode().value())
        .isEqualTo(404);
    assertThat(post("/training/training_1/cancel", null).getStatusCode().value()).isEqualTo(404);
    assertThat(
            post("/models/v20200101_000000/promote?traffic_percentage=5", null)
                .getStatusCode()
                .value())
        .isEqualTo(404);
    assertThat(http.postForEntity("/train", null, JsonNode.class).getStatusCode().value())
        .isEqualTo(401);
  }

  @Test
  void fingerprintsTheWindowsItWouldTeach() {
    String body =
        "{\"timeframe\":\"H1\",\"bars\":[{\"symbol\":\"BTCUSD\",\"open_time\":\"2026-11-18T10:00:00Z\"},"
            + "{\"symbol\":\"BTCUSD\",\"open_time\":\"2026-11-18T11:00:00Z\"},"
            + "{\"symbol\":\"AUDUSD\",\"open_time\":\"2026-11-08T10:00:00Z\"}]}";
    JsonNode digests = post("/features/digests", body).getBody().path("digests");

    assertThat(digests).hasSize(3);
    assertThat(digests.get(0).path("sha256").asText())
        .hasSize(64)
        .isNotEqualTo(digests.get(1).path("sha256").asText());
    assertThat(digests.get(2).path("sha256").isNull()).isTrue();
  }

  private void assertInvalid(String body, String field) {
    ResponseEntity<JsonNode> answer = post("/train", body);
    assertThat(answer.getStatusCode().value()).as(body).isEqualTo(400);
    assertThat(answer.getBody().path("field").asText())
        .as(answer.getBody().toString())
        .isEqualTo(field);
  }

  private JsonNode train(String request) {
    ResponseEntity<JsonNode> accepted = post("/train", request);
    assertThat(accepted.getStatusCode().value())
        .as(String.valueOf(accepted.getBody()))
        .isEqualTo(202);
    return awaitEnd(accepted.getBody().path("training_id").asText());
  }

  private JsonNode awaitEnd(String trainingId) {
    return await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> status(trainingId), run -> !UNFINISHED.contains(run.path("status").asText()));
  }

  private void awaitNoActiveRun() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> get("/training-status").getBody().path("status").asText().equals("idle"));
  }

  private JsonNode status(String trainingId) {
    return get("/training-status?training_id=" + trainingId).getBody();
  }

  private int count(String sql, String parameter) {
    return jdbc.sql(sql).param(parameter).query(Integer.class).single();
  }

  private ResponseEntity<JsonNode> get(String path) {
    return http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers()), JsonNode.class);
  }

  private ResponseEntity<JsonNode> post(String path, @Nullable String body) {
    return http.exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers()), JsonNode.class);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static HttpHeaders headers() {
    HttpHeaders headers = new HttpHeaders();
    headers.set("X-API-Key", TrainerStack.KEY);
    headers.setContentType(MediaType.APPLICATION_JSON);
    return headers;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
