package com.aicashevolution.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aicashevolution.inference.RunningInference.Answer;
import com.aicashevolution.inference.engine.SampleArtifact;
import com.aicashevolution.localstack.TestBucket;
import com.aicashevolution.localstack.TestStack;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.audit.AuditLog;
import com.aicashevolution.platform.audit.AuditLog.AuditEvent;
import com.aicashevolution.platform.journal.PredictionJournal;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.platform.registry.ModelRegistry.PromotionRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The main job of this service on real PostgreSQL, Redis and S3, from an empty registry on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class InferenceServiceIT {

  private static final SampleArtifact FIRST =
      SampleArtifact.of("v20261101_020000", ModelLine.GLOBAL, 1);
  private static final SampleArtifact SECOND =
      SampleArtifact.of("v20261102_020000", ModelLine.GLOBAL, 2);

  @TempDir static Path spool;
  private RunningInference service;

  static Map<String, String> onTestStack(Path spool) {
    TestBucket bucket = TestStack.freshBucket();
    Map<String, String> settings = new HashMap<>();
    settings.put("ml.database.url", TestStack.freshDatabase().databaseUrl());
    settings.put("ml.cache.redis-url", TestStack.freshRedisUrl());
    settings.put("ml.artifact.use-s3-storage", "true");
    settings.put("ml.artifact.bucket", bucket.bucket());
    settings.put("ml.artifact.endpoint", bucket.endpoint());
    settings.put("ml.artifact.region", bucket.region());
    settings.put("ml.artifact.access-key-id", bucket.accessKey());
    settings.put("ml.artifact.secret-access-key", bucket.secretKey());
    settings.put("ml.journal.spool-directory", spool.toString());
    settings.put("ml.artifact-cache.directory", spool.resolve("artifacts").toString());
    return settings;
  }

  @BeforeAll
  void start() {
    service = RunningInference.start(onTestStack(spool));
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  @Order(1)
  void saysThatItIsNotReadyAndWhoComesClosestBeforeThereIsAChampion() throws IOException {
    assertThat(service.get("/health").status()).isEqualTo(200);
    assertThat(service.get("/health").at("/model_loaded").booleanValue()).isFalse();
    assertThat(service.get("/health/ready").status()).isEqualTo(503);

    Answer nobody = service.post("/predict", "{\"symbol\":\"EURUSD\"}");
    assertThat(nobody.status()).isEqualTo(503);
    assertThat(nobody.at("/type").textValue()).endsWith("model-not-serving");
    assertThat(nobody.at("/newest_candidate").isNull()).isTrue();

    service.publish(
        SampleArtifact.of("v20261031_020000", ModelLine.GLOBAL, 9)
            .withStatus(com.aicashevolution.model.ModelStatus.TRAINED, SampleArtifact.REFUSED));
    Answer refused = service.post("/predict", "{\"symbol\":\"EURUSD\"}");
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.at("/newest_candidate/model_version").textValue())
        .isEqualTo("v20261031_020000");
    assertThat(refused.at("/newest_candidate/reasons/0").textValue())
        .isEqualTo("accuracy 0.40 is below 0.55");
  }

  @Test
  @Order(2)
  void loadsTheFirstChampionByItself() throws IOException {
    service.publish(FIRST);

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> service.get("/health/ready").status() == 200);
    assertThat(service.get("/health").at("/model_version").textValue())
        .isEqualTo("v20261101_020000");
    assertThat(service.get("/model/info").at("/model_version").textValue())
        .isEqualTo("v20261101_020000");
  }

  @Test
  @Order(3)
  void abstainsWithoutHistory() {
    service.importCandles("GBPUSD", 30);
    Answer answer = service.post("/predict", "{\"symbol\":\"GBPUSD\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/available_candles").intValue()).isEqualTo(30);
    assertThat(answer.at("/required_candles").intValue()).isEqualTo(419);
  }

  @Test
  @Order(4)
  void answersJournalsAndRemembers() {
    service.importCandles("EURUSD", 500);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> service.post("/predict", "{\"symbol\":\"EURUSD\"}").status() == 200);

    Answer first =
        service.post("/predict", "{\"symbol\":\"EURUSD\",\"indicators\":{\"rsi_value\":65}}");
    Answer second =
        service.post("/predict", "{\"symbol\":\"EURUSD\",\"indicators\":{\"rsi_value\":65}}");

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.at("/cache_hit").booleanValue()).isFalse();
    assertThat(first.at("/features/imputed")).hasSize(16);
    assertThat(first.at("/features/as_of").textValue()).isEqualTo("2026-11-20T12:00:00Z");
    assertThat(first.at("/model_version").textValue()).isEqualTo("v20261101_020000");
    assertThat(first.at("/variant").textValue()).isEqualTo("champion");
    assertThat(first.at("/prediction/weights")).hasSize(17);
    assertThat(second.at("/cache_hit").booleanValue()).isTrue();
    assertThat(second.at("/prediction_id")).isEqualTo(first.at("/prediction_id"));
    assertThat(second.at("/prediction")).isEqualTo(first.at("/prediction"));

    String id = first.at("/prediction_id").textValue();
    assertThat(service.bean(PredictionJournal.class).find(UUID.fromString(id)))
        .hasValueSatisfying(
            row -> {
              assertThat(row.imputed()).hasSize(16);
              assertThat(row.inputKind()).isEqualTo("indicators");
              assertThat(row.createdAt().toString()).isEqualTo(first.at("/timestamp").textValue());
            });
    Answer row = service.get("/predictions/" + id);
    assertThat(row.status()).isEqualTo(200);
    assertThat(row.at("/prediction/confidence")).isEqualTo(first.at("/prediction/confidence"));
    assertThat(row.at("/prediction/probabilities"))
        .isEqualTo(first.at("/prediction/probabilities"));
    assertThat(service.get("/predictions/" + new UUID(1, 1)).status()).isEqualTo(404);
  }

  @Test
  @Order(5)
  void answersABatchItemByItem() {
    Answer answer =
        service.post(
            "/batch-predict",
            """
            [{"symbol":"EURUSD"}, {"symbol":"NOPE"}, {"symbol":"GBPUSD"},
             {"symbol":"EURUSD","indicators":{"rsi":1}}, 7]""");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/success").booleanValue()).isFalse();
    assertThat(answer.at("/successful_predictions").intValue()).isEqualTo(1);
    assertThat(answer.at("/failed_predictions").intValue()).isEqualTo(4);
    assertThat(answer.at("/errors/0/index").intValue()).isEqualTo(1);
    assertThat(answer.at("/errors/1/type").textValue()).endsWith("not-enough-history");
    assertThat(answer.at("/errors/2/field").textValue()).isEqualTo("indicators.rsi");
    assertThat(answer.at("/errors/3/index").intValue()).isEqualTo(4);
  }

  @Test
  @Order(6)
  void switchesToThePromotedVersionAndBackWithoutAnsweringFromTheOtherOnesMemory()
      throws IOException {
    String question = "{\"symbol\":\"EURUSD\"}";
    Answer before = service.post("/predict", question);
    service.publish(SECOND);
    service
        .bean(ModelRegistry.class)
        .promote(new PromotionRequest(SECOND.version(), 100, "test", false, null));
    assertThat(service.post("/reload-model", "").at("/status").textValue()).isEqualTo("success");

    Answer after = service.post("/predict", question);
    assertThat(after.at("/model_version").textValue()).isEqualTo("v20261102_020000");
    assertThat(after.at("/cache_hit").booleanValue()).isFalse();
    assertThat(after.at("/prediction/probabilities"))
        .isNotEqualTo(before.at("/prediction/probabilities"));

    service.bean(ModelRegistry.class).rollback(SECOND.version(), "test", "to see it work");
    service.post("/reload-model", "");
    Answer again = service.post("/predict", question);
    assertThat(again.at("/model_version").textValue()).isEqualTo("v20261101_020000");
    assertThat(again.at("/prediction")).isEqualTo(before.at("/prediction"));
  }

  @Test
  @Order(7)
  void auditsWhoReloadedAndWhatServesSince() {
    AuditEvent event = service.bean(AuditLog.class).newest(1).getFirst().event();

    assertThat(event.action()).isEqualTo("models.reloaded");
    assertThat(event.actor()).isEqualTo("service");
    assertThat(event.subject()).isEqualTo("v20261101_020000");
    assertThat(event.detail())
        .containsEntry("status", "success")
        .containsEntry("message", "All lines serve what the registry says");
  }

  @Test
  @Order(8)
  void triesTheArtifactStoreWithTheOtherDependencies() {
    Answer health = service.get("/health/detailed");

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.at("/status").textValue()).isEqualTo("healthy");
    assertThat(health.at("/dependencies/artifact_store/up").booleanValue()).isTrue();
    assertThat(health.at("/dependencies/artifact_store/required").booleanValue()).isFalse();
    assertThat(health.at("/dependencies/artifact_store/latency_ms").doubleValue()).isPositive();
    assertThat(health.at("/dependencies/artifact_store/detail/location").textValue())
        .startsWith("s3://test-");
  }

  @Test
  @Order(9)
  void givesTheSameFingerprintOfAWindowThatItAnswersFrom() {
    Answer digests =
        service.post(
            "/features/digests",
            """
            {"timeframe":"H1","bars":[
              {"symbol":"EURUSD","open_time":"2026-11-20T12:00:00Z"},
              {"symbol":"GBPUSD","open_time":"2026-11-20T12:00:00Z"}]}""");
    Answer answer = service.post("/predict", "{\"symbol\":\"EURUSD\"}");
    Answer row = service.get("/predictions/" + answer.at("/prediction_id").textValue());

    assertThat(digests.status()).isEqualTo(200);
    assertThat(digests.at("/digests/0/sha256")).isEqualTo(row.at("/features/window_sha256"));
    assertThat(digests.at("/digests/1/sha256").isNull()).isTrue();
  }

  @Test
  @Order(10)
  void isClosedWithoutAKey() {
    for (String path : new String[] {"/predict", "/batch-predict", "/reload-model"}) {
      assertThat(service.send("POST", path, "{}", null).status()).isEqualTo(401);
    }
    assertThat(service.send("GET", "/model/info", null, null).status()).isEqualTo(401);
    assertThat(service.send("GET", "/health", null, null).status()).isEqualTo(200);
  }
}
