package com.aicashevolution.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A trainer asked over HTTP, with the service's key unless a method says otherwise. */
final class TrainerHttp {

  private static final Set<String> UNFINISHED = Set.of("queued", "running");

  private final TestRestTemplate http;

  TrainerHttp(ConfigurableApplicationContext trainer) {
    String port = trainer.getEnvironment().getRequiredProperty("local.server.port");
    http = new TestRestTemplate(new RestTemplateBuilder().rootUri("http://127.0.0.1:" + port));
  }

  ResponseEntity<JsonNode> get(String path) {
    return get(path, JsonNode.class);
  }

  <T> ResponseEntity<T> get(String path, Class<T> type) {
    return http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers()), type);
  }

  ResponseEntity<JsonNode> post(String path) {
    return post(path, null);
  }

  ResponseEntity<JsonNode> post(String path, @Nullable String body) {
    return http.exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers()), JsonNode.class);
  }

  ResponseEntity<JsonNode> postWithoutKey(String path) {
    return http.postForEntity(path, null, JsonNode.class);
  }

  /** The run that {@code request} asks for, once it has ended. */
  JsonNode train(String request) {
    ResponseEntity<JsonNode> accepted = post("/train", request);
    assertThat(accepted.getStatusCode())
        .as(String.valueOf(accepted.getBody()))
        .isEqualTo(HttpStatus.ACCEPTED);
    return awaitEnd(accepted.getBody().path("training_id").asText());
  }

  JsonNode status(String trainingId) {
    return get(statusPath(trainingId)).getBody();
  }

  JsonNode awaitEnd(String trainingId) {
    return awaitEndOf(statusPath(trainingId));
  }

  /** The run or job at {@code path}, once it has ended. */
  JsonNode awaitEndOf(String path) {
    return await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> get(path).getBody(), TrainerHttp::isFinished);
  }

  ResponseEntity<JsonNode> cancel(String trainingId) {
    return post("/training/" + trainingId + "/cancel");
  }

  /** Cancels what is queued or running and waits until nothing is. */
  void cancelAll() {
    for (JsonNode run : get("/training?limit=200").getBody().path("runs")) {
      if (!isFinished(run)) {
        cancel(run.path("training_id").asText());
      }
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> get("/training-status").getBody().path("status").asText().equals("idle"));
  }

  /** Makes {@code version} champion whatever the gate said of it. */
  ResponseEntity<JsonNode> promoteByForce(String version) {
    return post(
        "/models/" + version + "/promote",
        "{\"traffic_percentage\":100,\"force\":true,\"reason\":\"rehearsal\"}");
  }

  private static String statusPath(String trainingId) {
    return "/training-status?training_id=" + trainingId;
  }

  private static boolean isFinished(JsonNode runOrJob) {
    return !UNFINISHED.contains(runOrJob.path("status").asText());
  }

  private static HttpHeaders headers() {
    HttpHeaders headers = new HttpHeaders();
    headers.set("X-API-Key", TrainerStack.KEY);
    headers.setContentType(MediaType.APPLICATION_JSON);
    return headers;
  }
}
