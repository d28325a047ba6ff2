package com.aicashevolution.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aicashevolution.localstack.LocalPostgres;
import com.aicashevolution.localstack.LocalRedis;
import com.aicashevolution.localstack.TestDatabase;
import com.aicashevolution.localstack.TestStack;
import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What the front door does while PostgreSQL or Redis is stopped, and after it came back. Behind it
 * stands a server that answers every prediction with the version it was sent.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontDoorLossesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String CHAMPION = "v20261115_020000";
  private static final String QUESTION = "{\"symbol\":\"EURUSD\"}";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LocalPostgres postgres = TestStack.ownPostgres();
  private final LocalRedis redis = TestStack.ownRedis();
  private HttpServer inference;
  private RunningApi api;
  private String[] trader;

  @BeforeAll
  void start() throws Exception {
    inference = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    inference.createContext("/", FrontDoorLossesIT::answer);
    inference.start();
    List.of(postgres, redis).parallelStream().forEach(engine -> engine.start());
    postgres.ensureDatabase("api");
    String upstream = "http://127.0.0.1:" + inference.getAddress().getPort();
    api =
        RunningApi.startOn(
            new TestDatabase(postgres, "api"),
            redis.redisUrl(0),
            List.of(
                "--ml.upstream.inference-url=" + upstream,
                "--ml.upstream.training-url=" + upstream,
                "--ml.database.connect-timeout=1s",
                "--ml.security.verified-for=1s"));
    registerChampion();
    JsonNode issued =
        RunningApi.read(
            api.post(
                "/keys", "{\"name\":\"trader\",\"role\":\"PREDICT\"}", RunningApi.asService()));
    trader = new String[] {"X-API-Key", issued.path("api_key").asText()};
    await().atMost(PATIENCE).until(() -> predict().statusCode() == 200);
    await().atMost(PATIENCE).until(() -> health("/status").equals("healthy"));
  }

  private void registerChampion() {
    FakeRegistry described = new FakeRegistry();
    described.add(CHAMPION, "global", ModelStatus.TRAINED);
    api.bean(ModelRegistry.class)
        .register(described.find(new ModelVersion(CHAMPION)).orElseThrow(), "test");
  }

  @AfterAll
  void stop() {
    api.close();
    List.of(postgres, redis).forEach(engine -> engine.stop());
    inference.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode asked = JSON.readTree(exchange.getRequestBody());
      byte[] body =
          JSON.writeValueAsBytes(
              JSON.createObjectNode()
                  .put("status", "healthy")
                  .put("symbol", asked.path("symbol").asText())
                  .put("model_version", asked.path("model_version").asText())
                  .put("variant", asked.path("variant").asText())
                  .put("cache_hit", false));
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Test
  void answersWithoutRedisAndSaysThatItIsDegraded() throws Exception {
    redis.stop();
    try {
      assertThat(predict().statusCode()).isEqualTo(200);
      assertThat(health("/status")).isEqualTo("degraded");
      assertThat(health("/dependencies/redis/up")).isEqualTo("false");
    } finally {
      redis.start();
    }
    await().atMost(PATIENCE).until(() -> health("/status").equals("healthy"));
  }

  @Test
  void routesByWhatItKnowsWithoutPostgresAndTakesNothingItCannotKeep() throws Exception {
    postgres.stop();
    try {
      await().atMost(PATIENCE).until(() -> health("/registry_lost").equals("true"));
      for (int i = 0; i < 20; i++) {
        HttpResponse<String> answer = predict();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(RunningApi.read(answer).path("model_version").asText()).isEqualTo(CHAMPION);
      }
      assertThat(health("/status")).isEqualTo("unhealthy");
      assertThat(health("/dependencies/postgres/error"))
          .contains("127.0.0.1:" + postgres.port())
          .doesNotContain(postgres.password());

      HttpResponse<String> key =
          api.post("/keys", "{\"name\":\"late\",\"role\":\"READ\"}", RunningApi.asService());
      assertThat(key.statusCode()).isEqualTo(503);
      assertThat(RunningApi.read(key).path("type").asText())
          .isEqualTo("urn:ml-trading:problem:unavailable");
      assertThat(key.body()).doesNotContain(postgres.password());
      assertThat(api.post("/predict", QUESTION, "X-API-Key", "mlk_" + "a".repeat(43)).statusCode())
          .as("a key nobody ever saw")
          .isIn(401, 503);
    } finally {
      postgres.start();
    }
    await().atMost(PATIENCE).until(() -> health("/status").equals("healthy"));
    assertThat(predict().statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> predict() throws Exception {
    return api.post("/predict", QUESTION, trader);
  }

  private String health(String pointer) throws Exception {
    return RunningApi.read(api.get("/health/detailed", RunningApi.asService()))
        .at(pointer)
        .asText();
  }
}
