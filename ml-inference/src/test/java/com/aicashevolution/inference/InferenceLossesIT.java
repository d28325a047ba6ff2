package com.aicashevolution.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aicashevolution.inference.RunningInference.Answer;
import com.aicashevolution.inference.engine.SampleArtifact;
import com.aicashevolution.localstack.LocalPostgres;
import com.aicashevolution.localstack.LocalRedis;
import com.aicashevolution.localstack.LocalS3;
import com.aicashevolution.localstack.TestStack;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.artifact.ArtifactStore;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.platform.registry.ModelRegistry.PromotionRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this service does while an engine it leans on is stopped, and after it came back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InferenceLossesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String QUESTION = "{\"symbol\":\"EURUSD\"}";
  private static final String BUCKET = "models";
  private static final SampleArtifact FIRST =
      SampleArtifact.of("v20261101_020000", ModelLine.GLOBAL, 1);
  private static final SampleArtifact SECOND =
      SampleArtifact.of("v20261102_020000", ModelLine.GLOBAL, 2);

  @TempDir static Path spool;
  private final LocalPostgres postgres = TestStack.ownPostgres();
  private final LocalRedis redis = TestStack.ownRedis();
  private final LocalS3 s3 = TestStack.ownS3();
  private final Map<String, String> settings = new HashMap<>();
  private RunningInference service;

  @BeforeAll
  void start() throws IOException {
    List.of(postgres, redis, s3).parallelStream().forEach(engine -> engine.start());
    postgres.ensureDatabase("inference");
    s3.ensureBucket(BUCKET);
    settings.put("ml.database.url", postgres.databaseUrl("inference"));
    settings.put("ml.database.connect-timeout", "1s");
    settings.put("ml.cache.redis-url", redis.redisUrl(0));
    settings.put("ml.artifact.use-s3-storage", "true");
    settings.put("ml.artifact.bucket", BUCKET);
    settings.put("ml.artifact.endpoint", s3.endpoint());
    settings.put("ml.artifact.region", LocalS3.REGION);
    settings.put("ml.artifact.access-key-id", s3.accessKey());
    settings.put("ml.artifact.secret-access-key", s3.secretKey());
    settings.put("ml.journal.spool-directory", spool.toString());
    settings.put("ml.artifact-cache.directory", spool.resolve("artifacts").toString());
    service = RunningInference.start(settings);
    service.publish(FIRST);
    service.importCandles("EURUSD", 500);
    await().atMost(PATIENCE).until(() -> service.post("/predict", QUESTION).status() == 200);
    await().atMost(PATIENCE).until(() -> health("status").equals("healthy"));
  }

  @AfterAll
  void stop() {
    service.close();
    List.of(postgres, redis, s3).forEach(engine -> engine.stop());
  }

  @Test
  void answersTheSameWithoutRedisAndSaysThatItIsDegraded() {
    String asked = indicators(50);
    Answer before = service.post("/predict", asked);
    redis.stop();
    try {
      assertThat(health("status")).isEqualTo("degraded");
      assertThat(health("dependencies/redis/up")).isEqualTo("false");
      Answer known = service.post("/predict", asked);
      Answer fresh = service.post("/predict", indicators(51));

      assertThat(known.status()).isEqualTo(200);
      assertThat(known.at("/prediction")).isEqualTo(before.at("/prediction"));
      assertThat(fresh.status()).isEqualTo(200);
      assertThat(fresh.at("/cache_hit").booleanValue()).isFalse();
      assertThat(service.get("/health/ready").status()).isEqualTo(200);
    } finally {
      redis.start();
    }
    await().atMost(PATIENCE).until(() -> health("status").equals("healthy"));
  }

  @Test
  void goesOnWithTheLastGoodModelWithoutS3AndSaysByNameWhatItCannotLoad() throws IOException {
    service
        .bean(ArtifactStore.class)
        .publish(SECOND.version(), SECOND.files(), SECOND.manifestBytes());
    s3.stop();
    try {
      ModelRegistry registry = service.bean(ModelRegistry.class);
      registry.register(SECOND.registered(), "test");
      registry.promote(new PromotionRequest(SECOND.version(), 100, "test", false, null));

      Answer reload = service.post("/reload-model", "");
      assertThat(reload.at("/status").textValue()).isEqualTo("degraded");
      assertThat(reload.at("/model_version").textValue()).isEqualTo(FIRST.version().value());
      assertThat(reload.at("/message").textValue())
          .contains(
              "line global is served by %s; champion %s is not loaded (its artifact cannot be fetched now)"
                  .formatted(FIRST.version(), SECOND.version()));
      assertThat(service.post("/predict", QUESTION).at("/model_version").textValue())
          .isEqualTo(FIRST.version().value());
      assertThat(health("status")).isEqualTo("degraded");
      assertThat(health("dependencies/artifact_store/up")).isEqualTo("false");
      assertThat(health("dependencies/artifact_store/error")).contains(BUCKET);
      assertThat(
              database()
                  .sql(
                      "select detail ->> 'message' from audit_log where action = 'models.reloaded'")
                  .query(String.class)
                  .list())
          .containsExactly(reload.at("/message").textValue());
    } finally {
      s3.start();
    }
    await()
        .atMost(PATIENCE)
        .until(
            () -> service.post("/predict", QUESTION).at("/model_version").textValue(),
            SECOND.version().value()::equals);
    await().atMost(PATIENCE).until(() -> health("status").equals("healthy"));
  }

  @Test
  void startsAgainWithoutS3AndServesWhatItHadRead() {
    String serving = service.post("/predict", QUESTION).at("/model_version").textValue();
    s3.stop();
    try {
      service.close();
      service = RunningInference.start(settings);

      await()
          .atMost(PATIENCE)
          .until(
              () -> service.post("/predict", QUESTION).at("/model_version").textValue(),
              serving::equals);
      assertThat(service.get("/health/ready").status()).isEqualTo(200);
      assertThat(health("dependencies/artifact_store/up")).isEqualTo("false");
    } finally {
      s3.start();
    }
    await().atMost(PATIENCE).until(() -> health("status").equals("healthy"));
  }

  @Test
  void answersUnderLoadWithoutPostgresAndWritesEveryAnswerExactlyOnceWhenItIsBack()
      throws InterruptedException {
    Queue<UUID> answered = new ConcurrentLinkedQueue<>();
    Queue<Answer> refused = new ConcurrentLinkedQueue<>();
    AtomicInteger question = new AtomicInteger();
    AtomicBoolean enough = new AtomicBoolean();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int client = 0; client < 8; client++) {
        clients.execute(
            () -> {
              while (!enough.get()) {
                Answer answer =
                    service.post("/predict", indicators(question.incrementAndGet() / 1000.0));
                if (answer.status() == 200 && !answer.at("/cache_hit").booleanValue()) {
                  answered.add(UUID.fromString(answer.at("/prediction_id").textValue()));
                } else {
                  refused.add(answer);
                }
              }
            });
      }
      try {
        awaitMore(answered, 50);
        postgres.stop();
        try {
          awaitMore(answered, 200);
          assertThat(health("status")).isEqualTo("unhealthy");
          assertThat(health("dependencies/postgres/up")).isEqualTo("false");
          assertThat(health("degraded")).contains("wait in the spool");
        } finally {
          postgres.start();
        }
        awaitMore(answered, 50);
      } finally {
        enough.set(true);
      }
    }

    assertThat(refused).as("of %s answers", answered.size()).isEmpty();
    assertThat(answered).doesNotHaveDuplicates();
    UUID[] ids = answered.toArray(UUID[]::new);
    // the first look may still meet the pool's broken connections
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(DataAccessException.class)
        .untilAsserted(
            () ->
                assertThat(
                        database()
                            .sql(
                                "select prediction_id from ml_predictions where prediction_id = any (?)")
                            .param(ids)
                            .query(UUID.class)
                            .list())
                    .containsExactlyInAnyOrder(ids));
    await().atMost(PATIENCE).until(() -> health("status").equals("healthy"));
    assertThat(health("degraded")).doesNotContain("spool");
  }

  private static void awaitMore(Queue<UUID> answered, int more) {
    int wanted = answered.size() + more;
    await().atMost(PATIENCE).until(() -> answered.size() >= wanted);
  }

  /** A question nobody asked before. */
  private static String indicators(double rsi) {
    return "{\"symbol\":\"EURUSD\",\"indicators\":{\"rsi_value\":" + rsi + "}}";
  }

  private String health(String pointer) {
    var found = service.get("/health/detailed").at("/" + pointer);
    return found.isContainerNode() ? found.toString() : found.asText();
  }

  private JdbcClient database() {
    return service.bean(JdbcClient.class);
  }
}
