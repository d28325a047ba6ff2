package com.aicashevolution.trainer;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole runs over real PostgreSQL and S3: asked over HTTP, executed by the schedule. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingRunIT {

  private static final String PREDICTABLE = "\"EURUSD\",\"USDJPY\",\"XAUUSD\",\"BTCUSD\"";
  private static final String NOISE = "\"GBPUSD\",\"USDCHF\"";

  private final ConfigurableApplicationContext trainer =
      TrainerStack.start(TestStack.freshDatabase(), TestStack.freshBucket());
  private final ArtifactStore artifacts = trainer.getBean(ArtifactStore.class);
  private final JdbcClient jdbc = trainer.getBean(JdbcClient.class);
  private final TrainerHttp http = new TrainerHttp(trainer);

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
    http.cancelAll();
  }

  @Test
  void learnsTheSimulatedMarketPassesTheGateAndBecomesChampion() throws Exception {
    JsonNode run = http.train("{\"symbols\":[" + PREDICTABLE + "]}");

    assertThat(run.path("status").asText()).as(run.toPrettyString()).isEqualTo("succeeded");
    assertThat(run.path("progress").asDouble()).isEqualTo(1);
    JsonNode metrics = run.path("metrics");
    assertThat(metrics.path("accuracy").asDouble())
        .isGreaterThan(metrics.path("majority_baseline").asDouble() + 0.15);
    assertThat(metrics.path("skill").path("lower").asDouble()).isPositive();
    assertThat(run.path("gate").path("passed").asBoolean()).isTrue();
    assertShowsTheWholeExamination(metrics);

    ModelVersion version = new ModelVersion(run.path("model_version").asText());
    JsonNode model = http.get("/models/" + version).getBody();
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
        http.train(
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
    assertThat(http.get("/models/" + version).getBody().path("status").asText())
        .isEqualTo("REJECTED");

    ResponseEntity<JsonNode> refused =
        http.post("/models/" + version + "/promote?traffic_percentage=100");
    assertThat(refused.getStatusCode().value()).isEqualTo(409);
    assertThat(refused.getBody().path("reasons")).isNotEmpty();

    ResponseEntity<JsonNode> forced = http.promoteByForce(version);
    assertThat(forced.getBody().path("result").path("champion").asText()).isEqualTo(version);
  }

  @Test
  void givesTheSameWeightsFromTheSameDataAndSeed() {
    String request =
        "{\"publish\":false,\"seed\":7,\"symbols\":[\"EURUSD\",\"XAUUSD\"],"
            + "\"hyperparameters\":{\"epochs\":1,\"seeds\":%d}}";
    JsonNode alone = http.train(request.formatted(1));
    JsonNode again = http.train(request.formatted(1));
    JsonNode other = http.train(request.formatted(1).replace("\"seed\":7", "\"seed\":8"));

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
        http.train(
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
  void endsClearlyWhereThereIsTooLittleToLearnFrom() {
    JsonNode few =
        http.train(
            "{\"scope\":\"symbol\",\"symbols\":[\"AUDUSD\"],\"timeframe\":\"H1\","
                + "\"from\":\"2020-01-01T00:00:00Z\",\"hyperparameters\":{\"epochs\":1}}");
    assertThat(few.path("run").path("line").asText()).isEqualTo("AUDUSD");
    assertThat(few.path("status").asText()).isEqualTo("failed");
    assertThat(few.path("message").asText()).contains("not enough data").contains("0 test samples");

    JsonNode none = http.train("{\"line\":\"NZDUSD\"}");
    assertThat(none.path("status").asText()).isEqualTo("failed");
    assertThat(none.path("message").asText()).contains("0 labelled bars of 0 symbols");
  }

  private int count(String sql, String parameter) {
    return jdbc.sql(sql).param(parameter).query(Integer.class).single();
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
