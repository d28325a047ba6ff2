package com.aicashevolution.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aicashevolution.localstack.TestStack;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.aicashevolution.platform.candles.CandleStore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may be asked around runs over real PostgreSQL and S3, and what is answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingRequestsIT {

  private final ConfigurableApplicationContext trainer =
      TrainerStack.start(TestStack.freshDatabase(), TestStack.freshBucket());
  private final TrainerHttp http = new TrainerHttp(trainer);

  @BeforeAll
  void loadCandles() {
    CandleStore candles = trainer.getBean(CandleStore.class);
    TrainerStack.simulate(candles, SimulationSpec.regimes(1), 150, List.of("BTCUSD"));
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
  void runsOneAtATimeQueuesOneBehindByForceAndStopsOnRequest() {
    String endless =
        "{\"symbols\":[\"BTCUSD\"],"
            + "\"hyperparameters\":{\"max_epochs\":1000,\"patience_epochs\":1000}}";
    String first = http.post("/train", endless).getBody().path("training_id").asText();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> http.status(first).path("step").asText().equals("fit"));

    ResponseEntity<JsonNode> second = http.post("/train", "{}");
    assertThat(second.getStatusCode().value()).isEqualTo(409);
    assertThat(second.getBody().path("type").asText()).endsWith("training-in-progress");
    assertThat(second.getBody().path("training_id").asText()).isEqualTo(first);

    ResponseEntity<JsonNode> behind = http.post("/train?force_retrain=true", endless);
    assertThat(behind.getStatusCode().value()).isEqualTo(202);
    String queued = behind.getBody().path("training_id").asText();
    assertThat(http.post("/train", "{\"force_retrain\":true}").getStatusCode().value())
        .isEqualTo(409);
    assertThat(http.status(queued).path("status").asText()).isEqualTo("queued");
    assertThat(http.get("/training-status").getBody().path("training_id").asText())
        .isEqualTo(first);
    assertThat(http.get("/health").getBody().path("current_training_id").asText()).isEqualTo(first);

    assertThat(http.cancel(queued).getBody().path("status").asText()).isEqualTo("cancelled");
    assertThat(http.cancel(first).getBody().path("status").asText()).isEqualTo("cancelling");
    JsonNode ended = http.awaitEnd(first);
    assertThat(ended.path("status").asText()).isEqualTo("cancelled");
    assertThat(ended.path("progress").asDouble()).isLessThan(1);
    assertThat(http.cancel(first).getStatusCode().value()).isEqualTo(409);
    assertThat(http.get("/training-status").getBody().path("status").asText()).isEqualTo("idle");
  }

  @Test
  void callsARunCrashedThatTookTooManyTrainersWithIt() {
    trainer
        .getBean(JdbcClient.class)
        .sql(
            """
            insert into ml_generation_logs (training_id, status, line, timeframe, request,
                   requested_by, trigger, queued_at, started_at, heartbeat_at, step, message,
                   executed_by, takeovers)
            values ('training_20260101_000000', 'running', 'global', 'H1', '{}', 'nobody',
                   'request', now(), now(), now(), 'fit', 'epoch 2', 'another', 3)
            """)
        .update();
    JsonNode ended = http.awaitEnd("training_20260101_000000");

    assertThat(ended.path("status").asText()).isEqualTo("crashed");
    assertThat(ended.path("message").asText()).isEqualTo("its trainer vanished while: epoch 2");
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
    assertThat(http.get("/training-status?training_id=training_1").getStatusCode().value())
        .isEqualTo(404);
    assertThat(http.cancel("training_1").getStatusCode().value()).isEqualTo(404);
    assertThat(
            http.post("/models/v20200101_000000/promote?traffic_percentage=5")
                .getStatusCode()
                .value())
        .isEqualTo(404);
    assertThat(http.postWithoutKey("/train").getStatusCode().value()).isEqualTo(401);
  }

  private void assertInvalid(String body, String field) {
    ResponseEntity<JsonNode> answer = http.post("/train", body);
    assertThat(answer.getStatusCode().value()).as(body).isEqualTo(400);
    assertThat(answer.getBody().path("field").asText())
        .as(answer.getBody().toString())
        .isEqualTo(field);
  }

  @Test
  void triesTheArtifactStoreWithTheOtherDependencies() {
    JsonNode health = http.get("/health/detailed").getBody();

    assertThat(health.path("status").asText()).isEqualTo("healthy");
    JsonNode store = health.path("dependencies").path("artifact_store");
    assertThat(store.path("up").asBoolean()).isTrue();
    assertThat(store.path("latency_ms").asDouble()).isPositive();
    assertThat(store.path("detail").path("location").asText()).startsWith("s3://");
  }

  @Test
  void fingerprintsTheWindowsItWouldTeach() {
    String body =
        "{\"timeframe\":\"H1\",\"bars\":[{\"symbol\":\"BTCUSD\",\"open_time\":\"2026-11-18T10:00:00Z\"},"
            + "{\"symbol\":\"BTCUSD\",\"open_time\":\"2026-11-18T11:00:00Z\"},"
            + "{\"symbol\":\"AUDUSD\",\"open_time\":\"2026-11-08T10:00:00Z\"}]}";
    JsonNode digests = http.post("/features/digests", body).getBody().path("digests");

    assertThat(digests).hasSize(3);
    assertThat(digests.get(0).path("sha256").asText())
        .hasSize(64)
        .isNotEqualTo(digests.get(1).path("sha256").asText());
    assertThat(digests.get(2).path("sha256").isNull()).isTrue();
  }
}
